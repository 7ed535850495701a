import { flag } from '@/shared/url/search'

/** The charts of a run: whether their axes are logarithmic. */
export interface RunSearch {
  log?: true
}

export function readRunSearch(raw: Record<string, unknown>): RunSearch {
  return { log: flag(raw, 'log') }
}
