import { Link } from '@tanstack/react-router'
import type { SweepSummary } from '@/shared/api/types'
import { score } from '@/shared/format/number'
import { absolute, duration } from '@/shared/format/time'
import { Ago } from '@/shared/ui/Ago'
import { done } from '@/shared/ui/ProgressBar'
import { StateBadge } from '@/shared/ui/StateBadge'
import { VariantName } from '@/shared/ui/VariantName'
import type { Column } from '@/shared/table/DataTable'
import classes from './sweeps.module.css'
import { partOf } from '../partOf'
import { SweepProgress } from './SweepProgress'

export const sweepColumns: Column<SweepSummary>[] = [
  {
    id: 'name',
    header: 'Sweep',
    sort: 'name',
    cell: (sweep) => (
      <div className={classes.name}>
        <Link to="/sweeps/$id" params={{ id: String(sweep.id) }}>
          {sweep.name}
        </Link>
        <span className={classes.number}>
          {sweep.id}
          {sweep.description ? ` · ${sweep.description}` : ''}
        </span>
      </div>
    ),
    csv: (sweep) => sweep.name,
  },
  {
    id: 'state',
    header: 'State',
    cell: (sweep) => <StateBadge state={sweep.state} />,
    csv: (sweep) => sweep.state,
  },
  { id: 'team', header: 'Team', cell: (sweep) => <span style={{ whiteSpace: 'nowrap' }}>{sweep.team}</span>, csv: (sweep) => sweep.team },
  {
    id: 'progress',
    header: 'Runs',
    cell: (sweep) => <SweepProgress runs={sweep.runs} />,
    csv: (sweep) => `${done(sweep.runs)}/${sweep.runs.total}`,
  },
  {
    id: 'best',
    header: 'Best so far',
    hint: 'Objective of the best trial: the mean over its datasets and seeds; until one is complete, the best mean on one dataset',
    cell: (sweep) =>
      sweep.objectives.length > 1 ? (
        <span className="quiet">front of {sweep.objectives.length} objectives</span>
      ) : sweep.best === null ? (
        <span className="quiet">none yet</span>
      ) : (
        <span className={classes.best}>
          <strong className="num">{score(sweep.best.value)}</strong> <VariantName name={sweep.best.variant} />
          {sweep.best.partial !== null && <span className="quiet">{partOf(sweep.best.partial)}</span>}
        </span>
      ),
    csv: (sweep) => (sweep.best?.partial === null ? sweep.best.value : null),
  },
  {
    id: 'left',
    header: 'Time left',
    numeric: true,
    hint: 'From the mean time of the runs that ended and the workers of now',
    cell: (sweep) => <span className={sweep.secondsLeft === null ? 'quiet' : ''}>{duration(sweep.secondsLeft)}</span>,
    csv: (sweep) => sweep.secondsLeft,
  },
  {
    id: 'created',
    header: 'Created',
    sort: 'id',
    numeric: true,
    cell: (sweep) => <Ago at={sweep.createdAt} />,
    csv: (sweep) => absolute(sweep.createdAt),
  },
]
