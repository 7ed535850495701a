import type { MetricArray } from '@/shared/api/types'

/** The load of each expert of one sparse layer over the steps. */
export interface LayerLoad {
  /** Place among the sparse layers, from 1. */
  layer: number
  experts: number
  steps: number[]
  /** Per step the share of each expert. */
  values: number[][]
}

const LOAD = 'routing/load/'

/** The loads of a run, by layer, each with at most `cells` numbers. */
export function loads(arrays: MetricArray[], cells = 6000): LayerLoad[] {
  return arrays
    .filter(({ name }) => name.startsWith(LOAD))
    .map((array) => {
      const experts = array.values[0]?.length ?? 0
      const stride = Math.max(1, Math.ceil((array.steps.length * experts) / cells))
      const kept = <T>(rows: T[]) => rows.filter((_, row) => (rows.length - 1 - row) % stride === 0)
      return { layer: Number(array.name.slice(LOAD.length)), experts, steps: kept(array.steps), values: kept(array.values) }
    })
    .sort((one, other) => one.layer - other.layer)
}

const MEANING: Record<string, { title: string; note: string }> = {
  'routing/entropy': { title: 'Entropy of the gate', note: 'nats, mean over tokens; 0 is certain' },
  'routing/dropped': { title: 'Dropped tokens', note: 'share that found no room' },
  'routing/dead': { title: 'Dead experts', note: 'experts without a token in the batch' },
  'routing/balance_loss': { title: 'Balance loss', note: 'not weighted; 0 is even' },
  'routing/z_loss': { title: 'Router z loss', note: 'not weighted' },
}

/** The metrics with one number per sparse layer, in words. */
export function perLayer(arrays: MetricArray[]): { array: MetricArray; title: string; note: string }[] {
  return arrays
    .filter(({ name }) => !name.startsWith(LOAD) && name.startsWith('routing/'))
    .map((array) => ({ array, ...(MEANING[array.name] ?? { title: array.name, note: 'one line per sparse layer' }) }))
}
