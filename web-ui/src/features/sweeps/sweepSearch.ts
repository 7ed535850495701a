import { flag, list, oneOf, text } from '@/shared/url/search'
import { readPage, type PageSearch } from '@/shared/url/page'

type Raw = Record<string, unknown>

export const TRIAL_STATES = ['WAITING', 'RUNNING', 'COMPLETED', 'PRUNED', 'FAILED', 'CANCELLED'] as const
export const RUN_STATES = ['WAITING', 'HELD', 'LEASED', 'PAUSED', 'SUCCEEDED', 'PRUNED', 'FAILED', 'CANCELLED'] as const
export const TRIAL_SORTS = [
  '-objective',
  'objective',
  'number',
  '-number',
  'objectives.0',
  '-objectives.0',
  'objectives.1',
  '-objectives.1',
  'objectives.2',
  '-objectives.2',
  'objectives.3',
  '-objectives.3',
] as const

const AXES = ['0', '1', '2', '3'] as const

/** The chart's selection on a sweep's first tab. */
export interface OverviewSearch {
  metric?: string
  dataset?: string
  log?: true
  /** Variants that are switched off, by name. */
  off?: string[]
  curves?: 'all'
  /** Which objectives the axes of the Pareto chart show, from 0. */
  x?: (typeof AXES)[number]
  y?: (typeof AXES)[number]
}

export function readOverviewSearch(raw: Raw): OverviewSearch {
  return {
    metric: text(raw, 'metric'),
    dataset: text(raw, 'dataset'),
    log: flag(raw, 'log'),
    off: list(raw, 'off'),
    curves: oneOf(raw, 'curves', ['all']),
    x: oneOf(raw, 'x', AXES),
    y: oneOf(raw, 'y', AXES),
  }
}

export interface TrialsSearch extends PageSearch {
  variant?: string
  state?: (typeof TRIAL_STATES)[number]
  sort?: (typeof TRIAL_SORTS)[number]
  /** The only trial shown, by its number. */
  number?: string
  hide?: string[]
}

export function readTrialsSearch(raw: Raw): TrialsSearch {
  return {
    variant: text(raw, 'variant'),
    state: oneOf(raw, 'state', TRIAL_STATES),
    sort: oneOf(raw, 'sort', TRIAL_SORTS),
    number: text(raw, 'number')?.match(/^\d{1,9}$/)?.[0],
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
