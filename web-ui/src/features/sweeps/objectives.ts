import type { Objective, Outcome } from '@/shared/api/types'
import { measureText } from '@/shared/format/measure'
import { bytes, compact, score, significant } from '@/shared/format/number'

const COSTS: Record<string, (value: number) => string> = {
  parameters: compact,
  parameters_active: compact,
  flops_per_token: compact,
  seconds: (value) => `${significant(value, 3)} s`,
  seconds_per_step: (value) => `${significant(value, 3)} s`,
  tokens_per_second: compact,
  peak_memory: bytes,
}

/** What an objective is called: `mean accuracy`, `worst loss`; a mean cost by its name alone. */
export function objectiveName({ metric, aggregate }: Objective): string {
  if (!(metric in COSTS)) return `${aggregate} ${metric}`
  const cost = metric.replaceAll('_', ' ')
  return aggregate === 'mean' ? cost : `${aggregate} ${cost}`
}

/** A value in the unit of its objective; ranks are no longer in it. */
export function objectiveText({ metric, aggregate }: Objective, value: number | null | undefined): string {
  if (value == null) return score(value)
  return (aggregate === 'rank_mean' ? score : (COSTS[metric] ?? score))(value)
}

/** The same with half of its interval, where seeds differ. */
export function valueText(objective: Objective, { value, low, high }: { value: number; low: number | null; high: number | null }): string {
  if (low === null || high === null || low === high) return objectiveText(objective, value)
  if (!(objective.metric in COSTS)) return measureText({ mean: value, low, high })
  return `${objectiveText(objective, value)} ± ${objectiveText(objective, (high - low) / 2)}`
}

/** An objective on an axis of a chart. */
export interface Axis {
  /** Its place among the sweep's objectives. */
  index: number
  objective: Objective
}

/** Of the outcomes those that no other beats on the two axes, along the first. */
export function frontOnAxes(outcomes: Outcome[], x: Axis, y: Axis): Outcome[] {
  const loss = (outcome: Outcome, axis: Axis) => (axis.objective.goal === 'maximize' ? -1 : 1) * outcome.values[axis.index]!
  const ordered = [...outcomes].sort((a, b) => loss(a, x) - loss(b, x) || loss(a, y) - loss(b, y))
  let least = Number.POSITIVE_INFINITY
  const front = ordered.filter((outcome) => {
    const better = loss(outcome, y) < least
    if (better) least = loss(outcome, y)
    return better
  })
  return front.sort((a, b) => a.values[x.index]! - b.values[x.index]!)
}
