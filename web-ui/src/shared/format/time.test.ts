import { describe, expect, it } from 'vitest'
import { ago, duration } from './time'

describe('durations', () => {
  it.each([
    [0.42, '0.42 s'],
    [9.13, '9.1 s'],
    [12.4, '12 s'],
    [59.6, '1 min'],
    [72, '1 min 12 s'],
    [3600, '1 h'],
    [7500, '2 h 5 min'],
    [273600, '3 d 4 h'],
    [null, '–'],
    [Number.NaN, '–'],
  ])('%s seconds are %s', (seconds, words) => expect(duration(seconds)).toBe(words))
})

describe('how long ago', () => {
  const now = Date.parse('2026-11-23T12:00:00Z')

  it.each([
    ['2026-11-23T11:59:58Z', 'just now'],
    ['2026-11-23T12:00:07Z', 'just now'],
    ['2026-11-23T11:59:20Z', '40 s ago'],
    ['2026-11-23T11:57:00Z', '3 min ago'],
    ['2026-11-23T07:00:00Z', '5 h ago'],
    ['2026-11-20T12:00:00Z', '3 d ago'],
    [null, '–'],
  ])('%s is %s', (instant, words) => expect(ago(instant, now)).toBe(words))
})
