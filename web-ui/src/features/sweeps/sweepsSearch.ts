import { oneOf, text } from '@/shared/url/search'
import { readPage, type PageSearch } from '@/shared/url/page'

export const SWEEP_STATES = ['WAITING', 'RUNNING', 'PAUSED', 'FINISHED', 'FAILED', 'CANCELLED'] as const
export const SWEEP_SORTS = ['-id', 'id', 'name', '-name', 'priority', '-priority'] as const
export const NEWEST_FIRST = '-id'

export interface SweepsSearch extends PageSearch {
  state?: (typeof SWEEP_STATES)[number]
  team?: string
  q?: string
  sort?: (typeof SWEEP_SORTS)[number]
}

/** What the address of the list of sweeps says. */
export function readSweepsSearch(raw: Record<string, unknown>): SweepsSearch {
  return {
    state: oneOf(raw, 'state', SWEEP_STATES),
    team: text(raw, 'team'),
    q: text(raw, 'q'),
    sort: oneOf(raw, 'sort', SWEEP_SORTS),
    ...readPage(raw),
  }
}
