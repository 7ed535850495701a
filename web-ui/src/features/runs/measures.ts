/** A metric of a run, with its interval over examples where the trainer made one. */
export interface RunMeasure {
  name: string
  value: number
  low: number | null
  high: number | null
}

/** A run reports the ends of an interval beside its metric: `accuracy`, `accuracy/low`, `accuracy/high`. */
export function measures(metrics: Record<string, number>): RunMeasure[] {
  const isEnd = (name: string) => /\/(low|high)$/.test(name) && name.replace(/\/(low|high)$/, '') in metrics
  return Object.entries(metrics)
    .filter(([name]) => !isEnd(name))
    .map(([name, value]) => ({ name, value, low: metrics[`${name}/low`] ?? null, high: metrics[`${name}/high`] ?? null }))
}
