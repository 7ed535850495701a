import { measure } from '@/shared/format/measure'
import classes from './MeasureText.module.css'

interface Props {
  mean: number | null | undefined
  low: number | null | undefined
  high: number | null | undefined
  strong?: boolean
}

/** A mean and half its interval, with no more digits than the interval leaves meaningful. */
export function MeasureText({ mean, low, high, strong }: Props) {
  const { value, margin } = measure({ mean, low, high })
  return (
    <span className="num">
      <span className={strong ? classes.strong : undefined}>{value}</span>
      {margin !== null && <span className={classes.margin}> ± {margin}</span>}
    </span>
  )
}
