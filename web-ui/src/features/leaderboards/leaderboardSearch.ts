import { oneOf, text } from '@/shared/url/search'

export interface LeaderboardSearch {
  protocol?: string
  rows?: 'all'
}

export function readLeaderboardSearch(raw: Record<string, unknown>): LeaderboardSearch {
  return { protocol: text(raw, 'protocol'), rows: oneOf(raw, 'rows', ['all']) }
}
