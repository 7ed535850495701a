import { describe, expect, it } from 'vitest'
import { outcome } from './outcome'

describe('the outcome of a comparison', () => {
  it('knows direction, and calls only what is one a difference', () => {
    expect(outcome({ p: 0.01, difference: 0.1, higherIsBetter: true }, 'moe', 'dense')).toMatch(/^moe is better than dense/)
    expect(outcome({ p: 0.01, difference: 0.1, higherIsBetter: false }, 'moe', 'dense')).toMatch(/^dense is better than moe/)
    expect(outcome({ p: 0.3, difference: -0.1, higherIsBetter: true }, 'moe', 'dense')).toContain('chance alone could')
    expect(outcome({ p: null, difference: 0, higherIsBetter: true }, 'moe', 'dense')).toContain('score the same')
  })
})
