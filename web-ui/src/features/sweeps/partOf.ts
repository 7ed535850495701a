import type { SweepSummary } from '@/shared/api/types'

type Partial = NonNullable<NonNullable<SweepSummary['best']>['partial']>

/** How much a leader rests on while no trial is complete. */
export function partOf({ dataset, seeds, of }: Partial): string {
  return `on ${dataset}, ${seeds} of ${of} ${of === 1 ? 'seed' : 'seeds'}; no trial is complete`
}
