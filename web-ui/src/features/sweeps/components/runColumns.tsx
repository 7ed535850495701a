import { Link } from '@tanstack/react-router'
import type { RunSummary } from '@/shared/api/types'
import { count, score } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import type { Column } from '@/shared/table/DataTable'
import { Ago } from '@/shared/ui/Ago'
import { StateBadge } from '@/shared/ui/StateBadge'
import { VariantName } from '@/shared/ui/VariantName'

export const runColumns: Column<RunSummary>[] = [
  {
    id: 'id',
    header: 'Run',
    cell: (run) => (
      <Link to="/runs/$id" params={{ id: String(run.id) }} className="num">
        {run.id}
      </Link>
    ),
    csv: (run) => run.id,
  },
  {
    id: 'variant',
    header: 'Variant',
    cell: (run) => <VariantName name={run.variant} trial={run.trialNumber} />,
    csv: (run) => run.variant,
  },
  { id: 'trial', header: 'Trial', csv: (run) => run.trialNumber, cell: (run) => run.trialNumber, numeric: true, optional: true },
  { id: 'dataset', header: 'Dataset', cell: (run) => run.dataset, csv: (run) => run.dataset, optional: true },
  { id: 'seed', header: 'Seed', numeric: true, cell: (run) => run.seed, csv: (run) => run.seed, optional: true },
  { id: 'state', header: 'State', cell: (run) => <RunStateText run={run} />, csv: (run) => run.state },
  {
    id: 'step',
    header: 'Step',
    numeric: true,
    optional: true,
    cell: (run) => (
      <>
        {count(run.step)} {run.steps !== null && <span className="quiet">/ {count(run.steps)}</span>}
      </>
    ),
    csv: (run) => run.step,
  },
  { id: 'metric', header: 'Metric', cell: (run) => run.metric, csv: (run) => run.metric, optional: true },
  { id: 'value', header: 'Value', numeric: true, cell: (run) => <strong>{score(run.value)}</strong>, csv: (run) => run.value },
  { id: 'seconds', header: 'Took', numeric: true, cell: (run) => duration(run.seconds), csv: (run) => run.seconds, optional: true },
  {
    id: 'attempts',
    header: 'Attempts',
    numeric: true,
    optional: true,
    cell: (run) => count(run.attempts),
    csv: (run) => run.attempts,
  },
  { id: 'worker', header: 'Worker', cell: (run) => run.worker ?? <span className="quiet">–</span>, csv: (run) => run.worker, optional: true },
  { id: 'started', header: 'Started', numeric: true, cell: (run) => <Ago at={run.startedAt} />, csv: (run) => run.startedAt, optional: true },
]

function RunStateText({ run }: { run: RunSummary }) {
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center', whiteSpace: 'nowrap' }}>
      <StateBadge state={run.state} />
      {run.state === 'PAUSED' && <span className="quiet">at rung {run.rung}</span>}
      {run.failureClass !== null && <code>{run.failureClass}</code>}
      {run.reusedFrom !== null && (
        <Link to="/runs/$id" params={{ id: String(run.reusedFrom) }}>
          from {run.reusedFrom}
        </Link>
      )}
    </span>
  )
}
