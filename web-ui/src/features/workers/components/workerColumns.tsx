import { Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Worker } from '@/shared/api/types'
import { bytes, count, countOf, percent } from '@/shared/format/number'
import type { Column } from '@/shared/table/DataTable'
import { Ago } from '@/shared/ui/Ago'
import { StateBadge } from '@/shared/ui/StateBadge'
import { VariantName } from '@/shared/ui/VariantName'
import classes from './workers.module.css'

export const workerColumns: Column<Worker>[] = [
  { id: 'name', header: 'Worker', cell: (worker) => <strong>{worker.name}</strong>, csv: (worker) => worker.name },
  { id: 'state', header: 'State', cell: (worker) => <StateBadge state={worker.state} />, csv: (worker) => worker.state },
  { id: 'run', header: 'Now', cell: (worker) => <CurrentRun run={worker.currentRun} />, csv: (worker) => worker.currentRun?.id ?? null },
  {
    id: 'device',
    header: 'Device',
    hint: 'Runs are bit-identical within one device class and thread count',
    cell: (worker) => (
      <span className={classes.device}>
        <span>
          {worker.device}, {worker.threads === 1 ? '1 thread' : `${worker.threads} threads`}
          {worker.memoryBytes !== null && `, ${bytes(worker.memoryBytes)}`}
        </span>
        <span className="quiet">{worker.deviceClass}</span>
      </span>
    ),
    csv: (worker) => worker.deviceClass,
  },
  {
    id: 'datasets',
    header: 'Datasets',
    cell: (worker) => (
      <span className={classes.datasets}>
        {worker.datasets.map((dataset) => (
          <Tooltip
            key={dataset.name}
            label={`${count(dataset.trainExamples)} train, ${count(dataset.evaluationExamples)} evaluation${dataset.classes ? `, ${dataset.classes} classes, majority ${percent(dataset.majority)}` : ""}`}
          >
            <span className={classes.dataset} tabIndex={0}>
              {dataset.name}
            </span>
          </Tooltip>
        ))}
        {worker.datasets.length === 0 && <span className="quiet">none</span>}
      </span>
    ),
    csv: (worker) => worker.datasets.map((dataset) => dataset.name).join(' '),
  },
  { id: 'seen', header: 'Last seen', numeric: true, cell: (worker) => <Ago at={worker.lastSeenAt} />, csv: (worker) => worker.lastSeenAt },
]

function CurrentRun({ run }: { run: Worker['currentRun'] }) {
  if (run === null) return <span className="quiet">nothing</span>
  return (
    <span className={classes.device}>
      <span className={classes.current}>
        <Link to="/runs/$id" params={{ id: String(run.id) }}>
          run {run.id}
        </Link>
        <VariantName name={run.variant} />
      </span>
      <span className="quiet num">
        {run.dataset}, step {countOf(run.step, run.steps)}
      </span>
    </span>
  )
}
