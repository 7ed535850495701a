import type { Series } from '@/shared/api/types'

/** How much of a split was longer than the model reads. */
export interface CutOff {
  split: string
  examples: number
  tokens: number
  of: number
}

const FACT = /^data\/(.+)\/(cut_examples|cut_tokens|tokens)$/

/** What a run says once before its first step, of its data and its size, is no curve. */
export const isFact = (name: string) => name.startsWith('data/') || /^cost\/(parameters|flops)/.test(name)

/** The splits of a run, the training split first. */
export function cutOff(series: Series[]): CutOff[] {
  const splits = new Map<string, CutOff>()
  for (const { name, points } of series) {
    const [, split, what] = FACT.exec(name) ?? []
    const value = points[0]?.[1]
    if (split === undefined || value === undefined) continue
    const row = splits.get(split) ?? { split, examples: 0, tokens: 0, of: 0 }
    splits.set(split, row)
    if (what === 'cut_examples') row.examples = value
    else if (what === 'cut_tokens') row.tokens = value
    else row.of = value
  }
  const rank = ({ split }: CutOff) => (split === 'train' ? 0 : 1)
  return [...splits.values()].sort((one, other) => rank(one) - rank(other) || one.split.localeCompare(other.split))
}
