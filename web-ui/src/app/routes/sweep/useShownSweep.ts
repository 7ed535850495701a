import { useSuspenseQuery } from '@tanstack/react-query'
import { sweepOptions } from '@/features/sweeps/api/getSweep'

/** The sweep that the page around a tab has already read. */
export function useShownSweep(id: string) {
  return useSuspenseQuery(sweepOptions(Number(id))).data
}
