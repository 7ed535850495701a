import type { PageSearch } from './page'

/**
 * Remembers which page led to which, because a keyset cursor only points forward. It lasts as long as
 * the tab: who opens a shared address of page 3 has the first page and the next one.
 */
export class PageTrail {
  private readonly before = new Map<string, PageSearch>()

  step(from: PageSearch, to: PageSearch): void {
    if (to.cursor !== undefined) this.before.set(to.cursor, from)
  }

  previous(of: PageSearch): PageSearch | null {
    if (of.cursor === undefined) return null
    return this.before.get(of.cursor) ?? null
  }
}
