import { NOTHING, significant } from './number'

const MINUTE = 60
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Seconds as two units at most: 0.42 s, 12 s, 1 min 12 s, 2 h 5 min, 3 d 4 h. */
export function duration(seconds: number | null | undefined): string {
  if (seconds == null || !Number.isFinite(seconds)) return NOTHING
  if (seconds < 10) return `${significant(Math.max(0, seconds), 2)} s`
  const whole = Math.round(seconds)
  if (whole < MINUTE) return `${whole} s`
  if (whole < HOUR) return pair(whole, MINUTE, 'min', 1, 's')
  if (whole < DAY) return pair(whole, HOUR, 'h', MINUTE, 'min')
  return pair(whole, DAY, 'd', HOUR, 'h')
}

function pair(seconds: number, big: number, bigUnit: string, small: number, smallUnit: string): string {
  const first = Math.floor(seconds / big)
  const second = Math.floor((seconds % big) / small)
  return second === 0 ? `${first} ${bigUnit}` : `${first} ${bigUnit} ${second} ${smallUnit}`
}

/** How long ago, in one unit; clocks of server and browser may differ, so the near future is now. */
export function ago(instant: string | number | null | undefined, now: number): string {
  if (instant == null) return NOTHING
  const seconds = (now - new Date(instant).getTime()) / 1000
  if (seconds < 5) return 'just now'
  if (seconds < MINUTE) return `${Math.floor(seconds)} s ago`
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ago`
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ago`
  if (seconds < 30 * DAY) return `${Math.floor(seconds / DAY)} d ago`
  return day(instant)
}

export function day(instant: string | number): string {
  return new Date(instant).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: 'numeric' })
}

/** The instant in the reader's own time zone, which is named. */
export function absolute(instant: string | number | null | undefined): string {
  if (instant == null) return NOTHING
  return new Date(instant).toLocaleString('en-GB', {
    day: 'numeric', month: 'short', year: 'numeric',
    hour: '2-digit', minute: '2-digit', second: '2-digit', timeZoneName: 'short',
  })
}

export function clock(instant: number): string {
  return new Date(instant).toLocaleTimeString('en-GB')
}
