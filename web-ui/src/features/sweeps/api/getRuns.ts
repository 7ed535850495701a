import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const RUNS_PER_PAGE = 50

export interface RunsQuery {
  state?: string
  dataset?: string
  variant?: string
  cursor?: string
}

export const runsOptions = (id: number, query: RunsQuery) =>
  queryOptions({
    queryKey: ['sweep', id, 'runs', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/sweeps/{id}/runs', { params: { path: { id }, query: { ...query, limit: RUNS_PER_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useRuns = (id: number, query: RunsQuery) => useQuery(runsOptions(id, query))
