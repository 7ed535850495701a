import { describe, expect, it } from 'vitest'
import { bytes, compact, count, counted, countOf, percent, score, setting, significant } from './number'

describe('numbers for people', () => {
  it('separates thousands in counts and names what is counted', () => {
    expect(count(48211)).toBe('48,211')
    expect(counted(1, 'run')).toBe('1 run')
    expect(counted(1204, 'run')).toBe('1,204 runs')
    expect(countOf(1204, 4000)).toBe('1,204 of 4,000')
    expect(countOf(1204, null)).toBe('1,204')
  })

  it('shows a dash where nothing is known, never NaN or null', () => {
    for (const format of [count, compact, score, percent, bytes, significant]) {
      expect(format(null)).toBe('–')
      expect(format(undefined)).toBe('–')
    }
    expect(score(Number.NaN)).toBe('–')
    expect(significant(Number.POSITIVE_INFINITY)).toBe('–')
  })

  it('never prints the noise of binary fractions', () => {
    expect(setting(0.0030000000000000001)).toBe('0.003')
    expect(significant(0.1 + 0.2)).toBe('0.3')
    expect(setting(32)).toBe('32')
    expect(setting(0.00001)).toBe('1e-5')
    expect(setting('cosine')).toBe('cosine')
  })

  it('gives scores three decimals and sizes their unit', () => {
    expect(score(0.49871234567)).toBe('0.499')
    expect(score(0.5)).toBe('0.500')
    expect(compact(689432)).toBe('689 k')
    expect(compact(3200000)).toBe('3.2 M')
    expect(compact(9999)).toBe('9,999')
    expect(bytes(734003200)).toBe('700 MiB')
    expect(percent(0.1449)).toBe('14.5 %')
  })
})
