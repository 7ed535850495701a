import type { RunCounts } from '@/shared/api/types'
import { count } from '@/shared/format/number'
import classes from './ProgressBar.module.css'

/** Runs by state in one bar; the words beside it say the same, so that colour alone says nothing. */
export function ProgressBar({ runs, tall }: { runs: RunCounts; tall?: boolean }) {
  const parts = [
    { name: 'done', n: runs.succeeded },
    { name: 'pruned', n: runs.pruned },
    { name: 'failed', n: runs.failed },
    { name: 'cancelled', n: runs.cancelled },
    { name: 'paused', n: runs.paused },
    { name: 'running', n: runs.leased },
  ].filter((part) => part.n > 0)
  const label = [...parts.map((part) => `${count(part.n)} ${part.name}`), `${count(waiting(runs))} waiting`, ...(runs.toCome > 0 ? [`${count(runs.toCome)} to be chosen`] : [])].join(', ')
  return (
    <div className={classes.bar} data-tall={tall} role="img" aria-label={`${label} of ${count(runs.total)} runs`} title={label}>
      {parts.map((part) => (
        <span key={part.name} data-part={part.name} style={{ flexGrow: part.n }} />
      ))}
      <span style={{ flexGrow: waiting(runs) + runs.toCome }} />
    </div>
  )
}

export function waiting(runs: RunCounts): number {
  return runs.waiting + runs.held
}

/** Runs that came to a result. */
export function done(runs: RunCounts): number {
  return runs.succeeded + runs.pruned
}
