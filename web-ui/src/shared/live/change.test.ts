import { describe, expect, it } from 'vitest'
import { readChange, touches } from './change'

describe('a message of the live stream', () => {
  it('is read, or dropped if it says nothing that is known', () => {
    expect(readChange('{"kind":"run","id":17}')).toEqual({ kind: 'run', id: 17 })
    expect(readChange('{"kind":"weather","id":1}')).toBeNull()
    expect(readChange('not json')).toBeNull()
  })

  it('touches lists of its kind and the one of its id', () => {
    const sweep = { kind: 'sweep', id: 3 } as const
    expect(touches(sweep, ['sweep', 'list', {}, 25])).toBe(true)
    expect(touches(sweep, ['sweep', 3, 'trials', {}])).toBe(true)
    expect(touches(sweep, ['sweep', 4])).toBe(false)
    expect(touches({ kind: 'run', id: 17 }, ['worker', 'list'])).toBe(true)
    expect(touches({ kind: 'audit', id: 2 }, ['audit', 'of-run', 17])).toBe(true)
    expect(touches({ kind: 'worker', id: 2 }, ['leaderboard', 'list'])).toBe(false)
  })
})
