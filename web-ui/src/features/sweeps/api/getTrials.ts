import { keepPreviousData, queryOptions, useQueries, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { QueryOf, Sweep, Trial } from '@/shared/api/types'

export const TRIALS_PER_PAGE = 50

export type TrialsQuery = QueryOf<'/api/v1/sweeps/{id}/trials'>

export const trialsOptions = (id: number, query: TrialsQuery) =>
  queryOptions({
    queryKey: ['sweep', id, 'trials', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/sweeps/{id}/trials', { params: { path: { id }, query: { limit: TRIALS_PER_PAGE, ...query } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useTrials = (id: number, query: TrialsQuery) => useQuery(trialsOptions(id, query))

/** The trial of each variant that is ahead, asked one by one, because a sweep may have thousands of trials. */
export function useBestTrials(sweep: Sweep): { trials: Trial[] | undefined; error: unknown } {
  const sort = bestFirst(sweep)
  return useQueries({
    queries: sweep.variants.map((variant) => trialsOptions(sweep.id, { variant, sort, limit: 1 })),
    combine: (answers) => ({
      trials: answers.every((answer) => answer.data !== undefined)
        ? answers.flatMap((answer) => answer.data?.items ?? []).sort(byObjective(sort))
        : undefined,
      error: answers.find((answer) => answer.error !== null && answer.data === undefined)?.error ?? null,
    }),
  })
}

export function bestFirst(sweep: Sweep) {
  const least = sweep.objective.goal.toLowerCase() === 'minimize'
  if (sweep.objectives.length > 1) return least ? 'objectives.0' : '-objectives.0'
  return least ? 'objective' : '-objective'
}

function byObjective(sort: string): (one: Trial, other: Trial) => number {
  const sign = sort.startsWith('-') ? -1 : 1
  return (one, other) => {
    if (one.objective === null || other.objective === null) return Number(one.objective === null) - Number(other.objective === null)
    return sign * (one.objective - other.objective)
  }
}
