import { useMemo } from 'react'
import type { Rung, Sweep } from '@/shared/api/types'
import { count, score } from '@/shared/format/number'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Panel } from '@/shared/ui/Panel'
import { VariantName } from '@/shared/ui/VariantName'
import { useRungs } from '../api/getRungs'

/** How the trials stand at each rung, where the best are promoted; nothing in sweeps that promote nobody. */
export function RungsPanel({ sweep }: { sweep: Sweep }) {
  const { data: rungs } = useRungs(sweep.id)
  const columns = useMemo(() => rungColumns(sweep), [sweep])
  if (rungs === undefined || rungs.length === 0) {
    return null
  }
  return (
    <Panel title="Rungs" note="every trial pauses at each; the best go on from their checkpoints" flush>
      <DataTable label="Rungs" rows={rungs} columns={columns} rowKey={(rung) => `${rung.variant} ${rung.step}`} />
    </Panel>
  )
}

function rungColumns(sweep: Sweep): Column<Rung>[] {
  const variant: Column<Rung> = {
    id: 'variant',
    header: 'Variant',
    cell: (rung) => (rung.variant === null ? 'all' : <VariantName name={rung.variant} />),
  }
  return [
    ...(sweep.variants.length > 1 ? [variant] : []),
    { id: 'rung', header: 'Rung', numeric: true, cell: (rung) => rung.rung },
    { id: 'step', header: 'Step', numeric: true, cell: (rung) => count(rung.step) },
    { id: 'reached', header: 'Trials there', numeric: true, cell: (rung) => count(rung.reached) },
    { id: 'promoted', header: 'Went on', numeric: true, cell: (rung) => count(rung.promoted) },
    { id: 'best', header: `Best ${sweep.objective.metric}`, numeric: true, cell: (rung) => <strong>{score(rung.best)}</strong> },
    {
      id: 'bound',
      header: 'Last that went on',
      numeric: true,
      hint: 'The worst objective from which a trial was promoted',
      cell: (rung) => (rung.bound === null ? <span className="quiet">–</span> : score(rung.bound)),
    },
  ]
}
