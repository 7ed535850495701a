import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { ChangeQueue } from './changeQueue'
import { openLiveStream } from './liveStream'
import { getLiveStatus, setLiveStatus } from './liveStatus'

/**
 * Keeps every query on show up to date. A hidden tab closes its stream, because a browser grants six
 * connections per server to all of its tabs together; it re-reads everything when it is shown again.
 */
export function useLiveUpdates(): void {
  const client = useQueryClient()
  useEffect(() => {
    const queue = new ChangeQueue(client)
    let close: (() => void) | null = null
    let behind = false

    const start = () => {
      close ??= openLiveStream('/api/v1/live', {
        opened() {
          if (behind) queue.addAll()
          behind = false
          setLiveStatus({ state: 'live' })
        },
        changed: (change) => queue.add(change),
        lost() {
          behind = true
          if (getLiveStatus().state !== 'lost') setLiveStatus({ state: 'lost', since: Date.now() })
        },
      })
    }
    const stop = () => {
      close?.()
      close = null
      behind = true
    }
    const follow = () => (document.hidden ? stop() : start())
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => {
      document.removeEventListener('visibilitychange', follow)
      stop()
      queue.stop()
    }
  }, [client])
}
