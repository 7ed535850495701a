import { oneOf, text } from '@/shared/url/search'
import { readPage, type PageSearch } from '@/shared/url/page'

export const SWEEP_STATES = ['WAITING', 'RUNNING', 'PAUSED', 'FINISHED', 'FAILED', 'CANCELLED'] as const
export const NEWEST_FIRST = '-id'

export interface SweepsSearch extends PageSearch {
  state?: (typeof SWEEP_STATES)[number]
  team?: string
  q?: string
  sort?: string
}

/** What the address of the list of sweeps says. */
export function readSweepsSearch(raw: Record<string, unknown>): SweepsSearch {
  return {
    state: oneOf(raw, 'state', SWEEP_STATES),
    team: text(raw, 'team'),
    q: text(raw, 'q'),
    sort: text(raw, 'sort'),
    ...readPage(raw),
  }
}
