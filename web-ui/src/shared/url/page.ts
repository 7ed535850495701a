import { positive, text } from './search'

/** Where a keyset page begins. The number is for people; the cursor alone decides what is shown. */
export interface PageSearch {
  cursor?: string
  page?: number
}

export const FIRST_PAGE: PageSearch = { cursor: undefined, page: undefined }

export function readPage(raw: Record<string, unknown>): PageSearch {
  const cursor = text(raw, 'cursor')
  return cursor === undefined ? {} : { cursor, page: positive(raw, 'page') }
}

export function nextPage(current: PageSearch, next: string): PageSearch {
  return { cursor: next, page: (current.page ?? 1) + 1 }
}

/** The rows shown, as people count them: 51–100 of 1,204. */
export function pageRange(current: PageSearch, limit: number, shown: number): { from: number; to: number } | null {
  if (shown === 0) return null
  if (current.cursor !== undefined && current.page === undefined) return null
  const from = ((current.page ?? 1) - 1) * limit + 1
  return { from, to: from + shown - 1 }
}
