import { useSyncExternalStore } from 'react'

export type LiveStatus = { state: 'connecting' } | { state: 'live' } | { state: 'lost'; since: number }

let status: LiveStatus = { state: 'connecting' }
const listeners = new Set<() => void>()

export function setLiveStatus(next: LiveStatus): void {
  status = next
  for (const listener of listeners) listener()
}

export function getLiveStatus(): LiveStatus {
  return status
}

/** Whether what is shown is kept up to date, and if not, since when. */
export function useLiveStatus(): LiveStatus {
  return useSyncExternalStore(subscribe, getLiveStatus)
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
