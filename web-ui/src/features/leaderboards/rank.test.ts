import { describe, expect, it } from 'vitest'
import type { LeaderboardRow } from '@/shared/api/types'
import { bracket, finding, rankText, tasksOf } from './rank'

const row = (variant: string, rank: number | null, tiedWith: string[] = []) => ({ variant, rank, tiedWith }) as unknown as LeaderboardRow

describe('ranks', () => {
  it('are ranges where noise allows several', () => {
    expect(rankText({ rank: 1, rankLow: 1, rankHigh: 3 })).toBe('1–3')
    expect(rankText({ rank: 4, rankLow: 4, rankHigh: 4 })).toBe('4')
    expect(rankText({ rank: null, rankLow: null, rankHigh: null })).toBe('–')
  })

  it('of a tie share a bracket', () => {
    const rows = [{ tieGroup: 1 }, { tieGroup: 1 }, { tieGroup: 1 }, { tieGroup: 2 }, { tieGroup: null }]
    expect(rows.map((_, index) => bracket(rows, index))).toEqual(['first', 'middle', 'last', 'none', 'none'])
  })
})

describe('a partial mean', () => {
  it('says of how many tasks it is', () => {
    expect(tasksOf('official[8 of 9 tasks: without WNLI]')).toBe('8 of 9 tasks')
  })
})

describe('the finding', () => {
  it('calls a win only what is one', () => {
    expect(finding([row('moe', 1), row('dense', 2)], 0.95)).toBe('moe is ahead of every other row at 95 % confidence.')
    expect(finding([row('moe', 1, ['dense', 'hypermoe']), row('dense', 2), row('hypermoe', 3)], 0.95)).toContain(
      'cannot be told from dense and hypermoe',
    )
    expect(finding([row('moe', 1, ['dense']), row('dense', 2)], 0.95, 'best mean rank')).toContain('best mean rank')
    expect(finding([row('moe', null)], 0.95)).toBeNull()
  })
})
