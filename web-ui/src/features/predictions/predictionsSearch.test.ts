import { describe, expect, it } from 'vitest'
import { readCompareSearch, runsOf } from './predictionsSearch'

describe('the runs of a comparison', () => {
  it('are numbers in an address, whatever stands between them', () => {
    expect(runsOf('3,4')).toEqual([3, 4])
    expect(runsOf(' 3 4; x, -1')).toEqual([3, 4])
    expect(runsOf(undefined)).toEqual([])
    expect(readCompareSearch({ a: 17, b: '3,4', show: 'c' })).toMatchObject({ a: '17', b: '3,4', show: undefined })
  })
})
