import { EventSource } from 'eventsource'
import { authorization } from '@/shared/api/token'
import { readChange, type Change } from './change'

const AGAIN_MILLIS = 4000

export interface LiveListener {
  opened(): void
  changed(change: Change): void
  lost(): void
}

/** Listens to the live stream until closed, and comes back by itself however often it drops. */
export function openLiveStream(url: string, listener: LiveListener): () => void {
  let source: EventSource | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  const open = () => {
    source = new EventSource(url, {
      fetch: (target, init) => fetch(target, { ...init, headers: { ...init.headers, ...authorization() } }),
    })
    source.addEventListener('open', () => listener.opened())
    source.addEventListener('change', (event) => {
      const change = readChange(String(event.data))
      if (change !== null) listener.changed(change)
    })
    source.addEventListener('error', () => {
      listener.lost()
      // A refusal ends the source for good, where a broken connection makes it try again.
      if (source?.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MILLIS)
    })
  }
  open()
  return () => {
    clearTimeout(timer)
    source?.close()
  }
}
