import { ago, clock } from '@/shared/format/time'
import { useLiveStatus } from '@/shared/live/liveStatus'
import { useNow } from '@/shared/ui/useNow'
import classes from './Shell.module.css'

/** Says that what is shown may be old, since when, and that the page is at it. */
export function LiveBadge() {
  const status = useLiveStatus()
  const now = useNow()
  if (status.state !== 'lost') return null
  return (
    <div className={classes.stale} role="status">
      <strong>Not live.</strong>
      <span className="num">
        Last update {clock(status.since)} ({ago(status.since, now)}).
      </span>
      <span>Connecting again by itself.</span>
    </div>
  )
}
