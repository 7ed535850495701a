import { describe, expect, it } from 'vitest'
import { measures } from './measures'

describe('metrics of a run', () => {
  it('have their interval beside them, and ends are no metrics', () => {
    const found = measures({ accuracy: 0.7, 'accuracy/high': 0.8, 'accuracy/low': 0.6, 'dev_mismatched/accuracy': 0.5, loss: 1 })
    expect(found).toEqual([
      { name: 'accuracy', value: 0.7, low: 0.6, high: 0.8 },
      { name: 'dev_mismatched/accuracy', value: 0.5, low: null, high: null },
      { name: 'loss', value: 1, low: null, high: null },
    ])
  })
})
