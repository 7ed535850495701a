import type { Comparison } from '@/shared/api/types'

type Judged = Pick<Comparison, 'p' | 'difference' | 'higherIsBetter'>

/** What the comparison says, in one sentence; at the 5 % level, and noise is not called a win. */
export function outcome({ p, difference, higherIsBetter }: Judged, a: string, b: string): string {
  if (p === null || difference === 0) return `${a} and ${b} score the same on these examples.`
  const [better, worse] = difference > 0 === higherIsBetter ? [a, b] : [b, a]
  return p <= 0.05
    ? `${better} is better than ${worse} on these examples; chance alone would rarely make such a difference.`
    : `${better} scores better than ${worse}, but chance alone could have made the difference.`
}
