import { Button, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useCreateAudit } from '@/features/audits/api/createAudit'
import { useAudits } from '@/features/audits/api/getAudits'
import { AuditCard } from '@/features/audits/components/AuditCard'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import stack from '@/shared/ui/Stack.module.css'
import { useShownRun } from './useShownRun'

const route = getRouteApi('/runs/$id/audits')

export function RunAudits() {
  const run = useShownRun(route.useParams().id)
  const audits = useAudits(run.id)
  const create = useCreateAudit(run.id)
  const auditable = run.state === 'SUCCEEDED' || run.state === 'PRUNED'
  const button = (
    <Button
      size="xs"
      loading={create.isPending}
      disabled={!auditable}
      title={auditable ? undefined : 'Only a run with a result can be audited'}
      onClick={() => create.mutate()}
    >
      Audit this run
    </Button>
  )
  return (
    <Awaited query={audits} skeleton={<Skeleton height={160} radius={10} />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState title="Would it come out the same again?">
            <p>
              An audit has a worker execute this run again from its sealed manifest, in a new process, and compares the digest of every
              step. The verdict says that both are identical to the last bit, or names the first step that differs.
            </p>
            {button}
            {!auditable && <p className="quiet">This run has no result yet, so there is nothing to audit.</p>}
          </EmptyState>
        ) : (
          <div className={stack.stack}>
            <div>{button}</div>
            {items.map((audit) => (
              <AuditCard key={audit.id} audit={audit} />
            ))}
          </div>
        )
      }
    </Awaited>
  )
}
