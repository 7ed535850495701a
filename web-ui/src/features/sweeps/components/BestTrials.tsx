import { Link } from '@tanstack/react-router'
import { useMemo } from 'react'
import type { Sweep, Trial } from '@/shared/api/types'
import { score } from '@/shared/format/number'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { ErrorState } from '@/shared/ui/ErrorState'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { VariantName } from '@/shared/ui/VariantName'
import { useBestTrials } from '../api/getTrials'
import { CellText } from './CellText'

/** Variants x datasets: the best trial of each variant with its mean and interval over seeds. */
export function BestTrials({ sweep }: { sweep: Sweep }) {
  const { trials, error } = useBestTrials(sweep)
  const columns = useMemo(() => bestColumns(sweep), [sweep])
  return (
    <Panel
      title="Variants × datasets"
      note="mean over seeds ± half of the 95 % interval"
      flush
      aside={
        <Link to="/leaderboards/$benchmark" params={{ benchmark: sweep.benchmark }}>
          Leaderboard of all sweeps
        </Link>
      }
    >
      {trials !== undefined ? (
        <DataTable label="Best trial of each variant" rows={trials} columns={columns} rowKey={(trial) => trial.variant} />
      ) : error !== null ? (
        <div className={stack.pad}>
          <ErrorState error={error} />
        </div>
      ) : (
        <TableSkeleton rows={sweep.variants.length} label="variants" />
      )}
    </Panel>
  )
}

function bestColumns(sweep: Sweep): Column<Trial>[] {
  const several = sweep.trials > sweep.variants.length
  return [
    {
      id: 'variant',
      header: 'Variant',
      cell: (trial) => <VariantName name={trial.variant} trial={several && trial.objective !== null ? trial.number : undefined} />,
    },
    {
      id: 'objective',
      header: `${sweep.objective.aggregate} ${sweep.objective.metric}`,
      numeric: true,
      hint: 'The sweep’s objective; there once every cell is',
      cell: (trial) => (trial.objective === null ? <span className="quiet">{several ? `none complete; shown is #${trial.number}` : 'incomplete'}</span> : <strong>{score(trial.objective)}</strong>),
    },
    ...sweep.datasets.map((dataset): Column<Trial> => ({
      id: dataset,
      header: dataset,
      numeric: true,
      cell: (trial) => <CellText cell={trial.cells.find((cell) => cell.dataset === dataset)} />,
    })),
  ]
}
