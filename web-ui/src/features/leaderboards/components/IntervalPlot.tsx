import type { LeaderboardRow } from '@/shared/api/types'
import { measureText } from '@/shared/format/measure'
import { useScheme } from '@/shared/theme/useScheme'
import { variantColour } from '@/shared/theme/variantColour'
import classes from './IntervalPlot.module.css'

const WIDTH = 168
const HEIGHT = 22
const EDGE = 6

export interface Span {
  from: number
  to: number
}

/** The range that all rows' intervals lie in. */
export function spanOf(rows: LeaderboardRow[]): Span | null {
  const ends = rows.flatMap((row) => (row.score === null ? [] : [row.low ?? row.score, row.high ?? row.score]))
  if (ends.length === 0) return null
  const from = Math.min(...ends)
  const to = Math.max(...ends)
  return from === to ? { from: from - 0.01, to: to + 0.01 } : { from, to }
}

/** A row's score and interval on the scale of the whole board, so that overlap can be seen. */
export function IntervalPlot({ row, span }: { row: LeaderboardRow; span: Span }) {
  const scheme = useScheme()
  if (row.score === null) return null
  const colour = variantColour(row.variant, scheme)
  const at = (value: number) => EDGE + ((value - span.from) / (span.to - span.from)) * (WIDTH - 2 * EDGE)
  const label = measureText({ mean: row.score, low: row.low, high: row.high })
  return (
    <svg className={classes.plot} width={WIDTH} height={HEIGHT} role="img" aria-label={label}>
      <line x1={EDGE} x2={WIDTH - EDGE} y1={HEIGHT / 2} y2={HEIGHT / 2} className={classes.base} />
      {row.low !== null && row.high !== null && (
        <line x1={at(row.low)} x2={at(row.high)} y1={HEIGHT / 2} y2={HEIGHT / 2} stroke={colour} className={classes.interval} />
      )}
      <circle cx={at(row.score)} cy={HEIGHT / 2} r={4.5} fill={colour} />
    </svg>
  )
}
