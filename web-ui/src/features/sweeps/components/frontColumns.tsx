import { Link } from '@tanstack/react-router'
import type { Front, FrontTrial, Sweep } from '@/shared/api/types'
import { NOTHING, setting } from '@/shared/format/number'
import type { Column } from '@/shared/table/DataTable'
import { VariantName } from '@/shared/ui/VariantName'
import { objectiveName, valueText } from '../objectives'

/** Columns of the front: the trial, its value by each objective, and what the search varied. */
export function frontColumns(sweep: Sweep, front: Front): Column<FrontTrial>[] {
  const parameters = [...new Set(front.trials.flatMap((trial) => Object.keys(trial.parameters)))]
  return [
    {
      id: 'number',
      header: 'Trial',
      numeric: true,
      cell: (trial) => (
        <Link to="/sweeps/$id/trials" params={{ id: String(sweep.id) }} search={{ number: String(trial.number) }}>
          {trial.number}
        </Link>
      ),
    },
    { id: 'variant', header: 'Variant', cell: (trial) => <VariantName name={trial.variant} /> },
    ...sweep.objectives.map((objective, index): Column<FrontTrial> => ({
      id: `objective.${index}`,
      header: objectiveName(objective),
      numeric: true,
      hint: sweep.seeds.length > 1 ? '± half of the 95 % interval over seeds' : undefined,
      cell: (trial) => <strong>{valueText(objective, trial.values[index]!)}</strong>,
    })),
    ...parameters.map((name): Column<FrontTrial> => ({
      id: `parameter.${name}`,
      header: name,
      numeric: front.trials.every((trial) => typeof (trial.parameters[name] ?? 0) === 'number'),
      cell: (trial) => (trial.parameters[name] === undefined ? <span className="quiet">{NOTHING}</span> : setting(trial.parameters[name])),
    })),
  ]
}
