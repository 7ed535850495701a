import { describe, expect, it } from 'vitest'
import { list, positive, text } from './search'

describe('an address that somebody typed', () => {
  it('takes only whole positive numbers for numbers', () => {
    expect(positive({ from: '63' }, 'from')).toBe(63)
    for (const from of ['-1', '0', '1.5', 'x', '1e400', null]) expect(positive({ from }, 'from')).toBeUndefined()
  })

  it('reads lists as arrays or with commas, and bounds what it reads', () => {
    expect(list({ off: ['moe', 'dense', 3] }, 'off')).toEqual(['moe', 'dense'])
    expect(list({ off: 'moe,,dense' }, 'off')).toEqual(['moe', 'dense'])
    expect(list({ off: '' }, 'off')).toBeUndefined()
    expect(text({ q: 'x'.repeat(10_000) }, 'q')).toHaveLength(500)
  })
})
