import { Link } from '@tanstack/react-router'
import type { Run } from '@/shared/api/types'
import { failureMeaning } from '../failureMeaning'
import classes from './RunNotices.module.css'

/** What is out of the ordinary about a run: why it waits, why it failed, where its result came from. */
export function RunNotices({ run }: { run: Run }) {
  return (
    <>
      {run.waitingBecause !== null && (
        <div className={classes.notice} data-tone="warn">
          <strong>{run.state === 'PAUSED' ? 'Not at its end:' : 'Waiting:'}</strong> {run.waitingBecause}
        </div>
      )}
      {run.state === 'CANCELLED' && run.failureMessage !== null && (
        <div className={classes.notice} data-tone="warn">
          <strong>Cancelled:</strong> {run.failureMessage}
        </div>
      )}
      {run.state === 'PRUNED' && (
        <div className={classes.notice} data-tone="warn">
          <strong>Pruned:</strong> {[run.prunedBecause, run.failureMessage].filter((text) => text !== null).join('. ')}
        </div>
      )}
      {run.failureClass !== null && (
        <div className={classes.notice} data-tone="bad" role="alert">
          <div>
            <code>{run.failureClass}</code> {run.failureMessage}
          </div>
          <div className={classes.meaning}>{failureMeaning(run.failureClass)}</div>
        </div>
      )}
      {run.reusedFrom !== null && (
        <div className={classes.notice}>
          Not executed again: its result is that of{' '}
          <Link to="/runs/$id" params={{ id: String(run.reusedFrom) }}>
            run {run.reusedFrom}
          </Link>
          , which has the same fingerprint.
        </div>
      )}
    </>
  )
}
