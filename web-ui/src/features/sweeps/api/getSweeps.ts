import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const SWEEPS_PER_PAGE = 25

export interface SweepsQuery {
  state?: string
  team?: string
  q?: string
  sort?: string
  cursor?: string
}

export const sweepsOptions = (query: SweepsQuery, limit = SWEEPS_PER_PAGE) =>
  queryOptions({
    queryKey: ['sweep', 'list', query, limit],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps', { params: { query: { ...query, limit } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useSweeps = (query: SweepsQuery) => useQuery(sweepsOptions(query))
