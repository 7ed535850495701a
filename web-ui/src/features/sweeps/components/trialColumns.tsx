import type { Sweep, Trial } from '@/shared/api/types'
import { score, setting } from '@/shared/format/number'
import type { Column } from '@/shared/table/DataTable'
import { done, ProgressBar } from '@/shared/ui/ProgressBar'
import { StateBadge } from '@/shared/ui/StateBadge'
import { VariantName } from '@/shared/ui/VariantName'
import { objectiveName, objectiveText } from '../objectives'
import { CellText } from './CellText'

/** Columns of the trials: what the search varied, then what came out. */
export function trialColumns(sweep: Sweep, trials: Trial[]): Column<Trial>[] {
  const parameters = [...new Set(trials.flatMap((trial) => Object.keys(trial.parameters)))]
  return [
    { id: 'number', header: 'Trial', numeric: true, sort: 'number', cell: (trial) => trial.number, csv: (trial) => trial.number },
    { id: 'variant', header: 'Variant', cell: (trial) => <VariantName name={trial.variant} />, csv: (trial) => trial.variant },
    { id: 'state', header: 'State', cell: (trial) => <TrialStanding trial={trial} />, csv: (trial) => trial.state },
    ...parameters.map((name): Column<Trial> => {
      const values = trials.map((trial) => trial.parameters[name]).filter((value) => value !== undefined)
      return {
        id: `parameter.${name}`,
        header: name,
        optional: true,
        numeric: values.every((value) => typeof value === 'number'),
        cell: (trial) => (trial.parameters[name] === undefined ? <span className="quiet">–</span> : setting(trial.parameters[name])),
        csv: (trial) => plain(trial.parameters[name]),
      }
    }),
    ...objectiveColumns(sweep),
    ...sweep.datasets.map((dataset): Column<Trial> => ({
      id: `dataset.${dataset}`,
      header: dataset,
      optional: true,
      numeric: true,
      hint: 'Mean over seeds ± half of the 95 % interval',
      cell: (trial) => <CellText cell={trial.cells.find((cell) => cell.dataset === dataset)} />,
      csv: (trial) => trial.cells.find((cell) => cell.dataset === dataset)?.mean ?? null,
    })),
    {
      id: 'runs',
      header: 'Runs',
      optional: true,
      cell: (trial) => <ProgressBar runs={trial.runs} />,
      csv: (trial) => `${done(trial.runs)}/${trial.runs.total}`,
    },
  ]
}

function TrialStanding({ trial }: { trial: Trial }) {
  if (trial.prunedBecause === null) return <StateBadge state={trial.state} />
  return (
    <>
      <StateBadge state={trial.state} />
      <div className="quiet" style={{ fontSize: 12, whiteSpace: 'normal', minWidth: 200, maxWidth: 320 }}>
        {trial.prunedBecause}
      </div>
    </>
  )
}

function objectiveColumns(sweep: Sweep): Column<Trial>[] {
  if (sweep.objectives.length > 1) {
    return sweep.objectives.map((objective, index) => ({
      id: `objective.${index}`,
      header: objectiveName(objective),
      numeric: true,
      sort: `objectives.${index}`,
      cell: (trial) => <strong>{objectiveText(objective, trial.objectives?.[index])}</strong>,
      csv: (trial) => trial.objectives?.[index] ?? null,
    }))
  }
  return [
    {
      id: 'objective',
      header: objectiveName(sweep.objective),
      numeric: true,
      sort: 'objective',
      cell: (trial) => <strong>{score(trial.objective)}</strong>,
      csv: (trial) => trial.objective,
    },
  ]
}

function plain(value: unknown): string | number | null {
  if (value === undefined || value === null) return null
  return typeof value === 'number' ? value : String(value)
}
