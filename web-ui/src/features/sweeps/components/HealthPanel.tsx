import { Skeleton } from '@mantine/core'
import type { Health, Sweep } from '@/shared/api/types'
import { counted } from '@/shared/format/number'
import { Awaited } from '@/shared/ui/Awaited'
import { Panel } from '@/shared/ui/Panel'
import { useHealth } from '../api/getHealth'
import { FindingList } from './FindingList'
import { ImportanceBars } from './ImportanceBars'

/** What is wrong with a sweep, or done; then which of its parameters matter. */
export function HealthPanel({ sweep }: { sweep: Sweep }) {
  const health = useHealth(sweep.id)
  return (
    <Panel title="Health" note={health.data && basis(health.data)}>
      <Awaited query={health} skeleton={<Skeleton height={64} />}>
        {({ findings, importances, importancesFrom }) => (
          <>
            {findings.length > 0 ? (
              <FindingList sweep={sweep} findings={findings} />
            ) : (
              <p className="quiet" style={{ margin: 0 }}>
                Nothing conspicuous.
              </p>
            )}
            {importances.length > 0 && <ImportanceBars importances={importances} trials={importancesFrom} />}
          </>
        )}
      </Awaited>
    </Panel>
  )
}

function basis({ ended, measured }: Health): string {
  const trials = `from ${counted(ended, 'trial')} that ended`
  return measured === ended ? trials : `${trials}, ${measured} of them with an objective`
}
