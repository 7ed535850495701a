import { flag, list, oneOf, text } from '@/shared/url/search'
import { readPage, type PageSearch } from '@/shared/url/page'

type Raw = Record<string, unknown>

export const TRIAL_STATES = ['WAITING', 'RUNNING', 'COMPLETED', 'PRUNED', 'FAILED', 'CANCELLED'] as const
export const RUN_STATES = ['WAITING', 'HELD', 'LEASED', 'SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED'] as const
export const TRIAL_SORTS = ['-objective', 'objective', 'number', '-number'] as const

/** The chart's selection on a sweep's first tab. */
export interface OverviewSearch {
  metric?: string
  dataset?: string
  log?: true
  /** Variants that are switched off, by name. */
  off?: string[]
  curves?: 'all'
}

export function readOverviewSearch(raw: Raw): OverviewSearch {
  return {
    metric: text(raw, 'metric'),
    dataset: text(raw, 'dataset'),
    log: flag(raw, 'log'),
    off: list(raw, 'off'),
    curves: oneOf(raw, 'curves', ['all']),
  }
}

export interface TrialsSearch extends PageSearch {
  variant?: string
  state?: (typeof TRIAL_STATES)[number]
  sort?: (typeof TRIAL_SORTS)[number]
  hide?: string[]
}

export function readTrialsSearch(raw: Raw): TrialsSearch {
  return {
    variant: text(raw, 'variant'),
    state: oneOf(raw, 'state', TRIAL_STATES),
    sort: oneOf(raw, 'sort', TRIAL_SORTS),
    hide: list(raw, 'hide'),
    ...readPage(raw),
  }
}

export interface SweepRunsSearch extends PageSearch {
  state?: (typeof RUN_STATES)[number]
  dataset?: string
  variant?: string
  hide?: string[]
}

export function readSweepRunsSearch(raw: Raw): SweepRunsSearch {
  return {
    state: oneOf(raw, 'state', RUN_STATES),
    dataset: text(raw, 'dataset'),
    variant: text(raw, 'variant'),
    hide: list(raw, 'hide'),
    ...readPage(raw),
  }
}
