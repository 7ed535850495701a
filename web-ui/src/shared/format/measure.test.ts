import { describe, expect, it } from 'vitest'
import { measure, measureText } from './measure'

describe('a mean with its interval', () => {
  it('has the decimals that two digits of the margin leave meaningful', () => {
    expect(measureText({ mean: 0.563415, low: 0.551, high: 0.575 })).toBe('0.563 ± 0.012')
    expect(measureText({ mean: 0.563415, low: 0.443, high: 0.683 })).toBe('0.56 ± 0.12')
    expect(measureText({ mean: 0.563415, low: 0.56321, high: 0.56362 })).toBe('0.56341 ± 0.00021')
    expect(measureText({ mean: 1234.567, low: 1200, high: 1269 })).toBe('1235 ± 35')
  })

  it('has no margin where one seed cannot give one', () => {
    expect(measure({ mean: 0.5634146, low: null, high: null })).toEqual({ value: '0.563', margin: null })
  })

  it('says nothing about a hole', () => {
    expect(measureText({ mean: null, low: null, high: null })).toBe('–')
  })

  it('survives an interval without width', () => {
    expect(measureText({ mean: 0.5, low: 0.5, high: 0.5 })).toBe('0.500 ± 0.000')
  })
})
