import type { RunCounts } from '@/shared/api/types'
import { count } from '@/shared/format/number'
import { done, ProgressBar, waiting } from '@/shared/ui/ProgressBar'
import classes from './sweeps.module.css'

/** A bar and the counts that it stands for. */
export function SweepProgress({ runs, tall }: { runs: RunCounts; tall?: boolean }) {
  const rest = [
    { n: runs.leased, word: 'running' },
    { n: runs.paused, word: 'paused' },
    { n: waiting(runs), word: 'waiting' },
    { n: runs.toCome, word: 'to be chosen' },
    { n: runs.pruned, word: 'pruned' },
    { n: runs.failed, word: 'failed' },
    { n: runs.cancelled, word: 'cancelled' },
    { n: runs.reused, word: 'reused' },
  ].filter((part) => part.n > 0)
  return (
    <div className={classes.progress}>
      <ProgressBar runs={runs} tall={tall} />
      <div className={classes.counts}>
        <span className="num">
          <strong>{count(done(runs))}</strong> of {count(runs.total)} done
        </span>
        {rest.map((part) => (
          <span key={part.word} className="num" data-word={part.word}>
            {count(part.n)} {part.word}
          </span>
        ))}
      </div>
    </div>
  )
}
