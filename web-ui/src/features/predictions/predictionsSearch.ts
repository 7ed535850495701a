import { readPage, type PageSearch } from '@/shared/url/page'
import { list, oneOf, text } from '@/shared/url/search'

type Raw = Record<string, unknown>

export interface PredictionsSearch extends PageSearch {
  split?: string
  answers?: 'wrong' | 'right'
}

export function readPredictionsSearch(raw: Raw): PredictionsSearch {
  return { split: text(raw, 'split'), answers: oneOf(raw, 'answers', ['wrong', 'right']), ...readPage(raw) }
}

/** Both sides of a comparison, each one run or the runs of a cell, joined by commas. */
export interface CompareSearch extends PageSearch {
  a?: string
  b?: string
  split?: string
  score?: string
  show?: 'a' | 'b'
}

export function readCompareSearch(raw: Raw): CompareSearch {
  return {
    a: text(raw, 'a'),
    b: text(raw, 'b'),
    split: text(raw, 'split'),
    score: text(raw, 'score'),
    show: oneOf(raw, 'show', ['a', 'b']),
    ...readPage(raw),
  }
}

/** The numbers of runs in a text that somebody typed: `3, 4`. */
export function runsOf(typed: string | undefined): number[] {
  return (list({ typed: typed?.replaceAll(/[\s;]+/g, ',') }, 'typed') ?? []).map(Number).filter((run) => Number.isSafeInteger(run) && run > 0)
}
