import type { Run } from '@/shared/api/types'
import { count } from '@/shared/format/number'
import { DataTable, type Column } from '@/shared/table/DataTable'
import { Ago } from '@/shared/ui/Ago'
import { StateBadge } from '@/shared/ui/StateBadge'

type Attempt = Run['attempts'][number]

const columns: Column<Attempt>[] = [
  { id: 'id', header: 'Attempt', numeric: true, cell: (attempt) => attempt.id },
  { id: 'generation', header: 'Generation', numeric: true, hint: 'Fences off what a superseded attempt still sends', cell: (attempt) => attempt.generation },
  { id: 'state', header: 'State', cell: (attempt) => <StateBadge state={attempt.state} /> },
  { id: 'worker', header: 'Worker', cell: (attempt) => attempt.worker ?? '–' },
  {
    id: 'resumed',
    header: 'Resumed',
    cell: (attempt) =>
      attempt.resumedFrom === null ? (
        <span className="quiet">from the start</span>
      ) : (
        `at step ${count(attempt.resumedStep)} of attempt ${attempt.resumedFrom}`
      ),
  },
  { id: 'step', header: 'Step', numeric: true, cell: (attempt) => count(attempt.step) },
  {
    id: 'failure',
    header: 'Failure',
    cell: (attempt) =>
      attempt.failureClass === null ? (
        <span className="quiet">–</span>
      ) : (
        <>
          <code>{attempt.failureClass}</code> {attempt.failureMessage}
        </>
      ),
  },
  { id: 'started', header: 'Started', numeric: true, cell: (attempt) => <Ago at={attempt.startedAt} /> },
  { id: 'finished', header: 'Ended', numeric: true, cell: (attempt) => <Ago at={attempt.finishedAt} /> },
]

/** Every execution under a lease; one of them counts. */
export function AttemptsTable({ attempts }: { attempts: Attempt[] }) {
  return <DataTable label="Attempts" rows={attempts} columns={columns} rowKey={(attempt) => attempt.id} />
}
