import { describe, expect, it } from 'vitest'
import type { Series } from '@/shared/api/types'
import { cutOff, isFact } from './cutOff'

const once = (name: string, value: number): Series => ({ name, total: 1, points: [[0, value]], sampled: false })

describe('what was cut off', () => {
  it('is told by split, training first, and other curves are not of it', () => {
    const found = cutOff([
      once('data/evaluation/superglue/ax-b/cut_examples', 1),
      once('data/evaluation/superglue/ax-b/cut_tokens', 7),
      once('data/evaluation/superglue/ax-b/tokens', 70),
      once('data/train/cut_examples', 2),
      once('data/train/cut_tokens', 30),
      once('data/train/tokens', 1000),
      once('train/loss', 3),
    ])
    expect(found).toEqual([
      { split: 'train', examples: 2, tokens: 30, of: 1000 },
      { split: 'evaluation/superglue/ax-b', examples: 1, tokens: 7, of: 70 },
    ])
    expect(isFact('train/loss')).toBe(false)
    expect(isFact('cost/parameters_active')).toBe(true)
    expect(isFact('cost/tokens_per_second')).toBe(false)
    expect(cutOff([{ name: 'data/train/tokens', total: 0, points: [], sampled: false }])).toEqual([])
  })
})
