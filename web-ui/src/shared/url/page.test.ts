import { describe, expect, it } from 'vitest'
import { FIRST_PAGE, nextPage, pageRange, readPage } from './page'
import { PageTrail } from './pageTrail'

describe('keyset pages', () => {
  it('count their rows for people', () => {
    expect(pageRange({}, 25, 25)).toEqual({ from: 1, to: 25 })
    expect(pageRange({ cursor: 'c', page: 3 }, 25, 13)).toEqual({ from: 51, to: 63 })
    expect(pageRange({}, 25, 0)).toBeNull()
  })

  it('do not invent a number for a cursor that came without one', () => {
    expect(pageRange(readPage({ cursor: 'c' }), 25, 25)).toBeNull()
  })

  it('lead back the way they came, and nowhere from an address that was opened directly', () => {
    const trail = new PageTrail()
    const second = nextPage(FIRST_PAGE, 'b')
    const third = nextPage(second, 'c')
    trail.step(FIRST_PAGE, second)
    trail.step(second, third)
    expect(third).toEqual({ cursor: 'c', page: 3 })
    expect(trail.previous(third)).toEqual(second)
    expect(trail.previous(second)).toEqual(FIRST_PAGE)
    expect(trail.previous(FIRST_PAGE)).toBeNull()
    expect(new PageTrail().previous(third)).toBeNull()
  })
})
