import { NOTHING, score } from './number'

export interface Measure {
  /** The mean, with the digits that its interval leaves meaningful. */
  value: string
  /** Half the width of the interval, null when there is none. */
  margin: string | null
}

interface Estimate {
  mean: number | null | undefined
  low: number | null | undefined
  high: number | null | undefined
}

/** Two significant digits of the margin decide how many decimals the mean is worth: 0.563 ± 0.012. */
export function measure({ mean, low, high }: Estimate): Measure {
  if (mean == null || !Number.isFinite(mean)) return { value: NOTHING, margin: null }
  if (low == null || high == null) return { value: score(mean), margin: null }
  const margin = (high - low) / 2
  const decimals = decimalsFor(margin)
  return { value: mean.toFixed(decimals), margin: margin.toFixed(decimals) }
}

export function measureText(estimate: Estimate): string {
  const { value, margin } = measure(estimate)
  return margin === null ? value : `${value} ± ${margin}`
}

function decimalsFor(margin: number): number {
  if (!(margin > 0)) return 3
  return Math.min(5, Math.max(0, 1 - Math.floor(Math.log10(margin))))
}
