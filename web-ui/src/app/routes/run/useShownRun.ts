import { useSuspenseQuery } from '@tanstack/react-query'
import { runOptions } from '@/features/runs/api/getRun'

/** The run that the page around a tab has already read. */
export function useShownRun(id: string) {
  return useSuspenseQuery(runOptions(Number(id))).data
}
