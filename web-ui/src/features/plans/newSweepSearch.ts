import { positive } from '@/shared/url/search'

export interface NewSweepSearch {
  /** The sweep whose definition is the beginning of this one. */
  from?: number
}

export function readNewSweepSearch(raw: Record<string, unknown>): NewSweepSearch {
  return { from: positive(raw, 'from') }
}
