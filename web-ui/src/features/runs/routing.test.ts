import { describe, expect, it } from 'vitest'
import type { MetricArray } from '@/shared/api/types'
import { loads, perLayer } from './routing'

const array = (name: string, steps: number[], values: number[][]): MetricArray => ({ name, steps, values, total: steps.length, sampled: false })

describe('loads', () => {
  it('come in the order of the layers, not of their names', () => {
    const shown = loads([array('routing/load/10', [1], [[1]]), array('routing/load/2', [1], [[0.5, 0.5]]), array('routing/entropy', [1], [[1]])])
    expect(shown.map(({ layer, experts }) => [layer, experts])).toEqual([
      [2, 2],
      [10, 1],
    ])
  })

  it('are thinned to what can be drawn, the last step among them', () => {
    const steps = Array.from({ length: 100 }, (_, i) => i + 1)
    const [load] = loads([array('routing/load/1', steps, steps.map(() => [0.5, 0.5]))], 50)
    expect(load?.steps.length).toBeLessThanOrEqual(25)
    expect(load?.steps.at(-1)).toBe(100)
    expect(load?.values.length).toBe(load?.steps.length)
  })
})

describe('perLayer', () => {
  it('explains what it knows and shows what it does not', () => {
    const shown = perLayer([array('routing/dead', [1], [[0]]), array('routing/new_loss', [1], [[0]]), array('routing/load/1', [1], [[1]])])
    expect(shown.map(({ title }) => title)).toEqual(['Dead experts', 'routing/new_loss'])
  })
})
