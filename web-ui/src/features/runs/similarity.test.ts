import { describe, expect, it } from 'vitest'
import type { MetricArray } from '@/shared/api/types'
import { similarityTables } from './similarity'

const array = (name: string, ...values: number[][]): MetricArray => ({
  name: `similarity/${name}`,
  steps: values.map((_, step) => step + 1),
  values,
  total: values.length,
  sampled: false,
})

const layer = (number: number) => [
  array(`cosine/${number}`, [9, 9, 9, 9], [0.1, 0.2, 0.3, 0.4]),
  array(`cosine_experts/${number}`, [9, 9, 9, 9], [1, 0.5, 0, 0]),
  array(`cka/${number}`, [9, 9], [0.6, 0.7]),
  array(`cka_experts/${number}`, [9, 9, 9, 9], [1, 0.8, 0.8, 1]),
  array(`tokens/${number}`, [5, 5], [10, 0]),
]

describe('similarityTables', () => {
  it('are those of the latest analysis, a row without tokens left empty', () => {
    const [hyper, experts, cka] = similarityTables([array('selected_cosine', [9], [0.1]), ...layer(1)])
    expect(hyper?.values).toEqual([[0.1, 0.2], null])
    expect(experts?.values).toEqual([[1, 0.5], null])
    expect(cka?.rows).toEqual(['H', '0', '1'])
    expect(cka?.values).toEqual([
      [0.6, 0.7],
      [1, 0.8],
      [0.8, 1],
    ])
  })

  it('come in the order of the layers, and not at all where nothing was compared', () => {
    const tables = similarityTables([...layer(2), ...layer(1), array('selected_cosine', [9, 9], [0.1, 0.1])])
    expect(tables.map(({ title }) => title.split(':')[0])).toEqual([1, 1, 1, 2, 2, 2].map((number) => `Sparse layer ${number}`))
    expect(similarityTables([{ ...array('x', [1]), name: 'routing/load/1' }])).toEqual([])
  })
})
