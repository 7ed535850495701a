import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { QueryOf } from '@/shared/api/types'

export const RUNS_PER_PAGE = 50

export type RunsQuery = Omit<QueryOf<'/api/v1/sweeps/{id}/runs'>, 'limit'>

export const runsOptions = (id: number, query: RunsQuery) =>
  queryOptions({
    queryKey: ['sweep', id, 'runs', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/sweeps/{id}/runs', { params: { path: { id }, query: { ...query, limit: RUNS_PER_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useRuns = (id: number, query: RunsQuery) => useQuery(runsOptions(id, query))
