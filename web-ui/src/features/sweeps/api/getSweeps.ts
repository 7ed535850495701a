import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { QueryOf } from '@/shared/api/types'

export const SWEEPS_PER_PAGE = 25

export type SweepsQuery = Omit<QueryOf<'/api/v1/sweeps'>, 'limit'>

export const sweepsOptions = (query: SweepsQuery, limit = SWEEPS_PER_PAGE) =>
  queryOptions({
    queryKey: ['sweep', 'list', query, limit],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps', { params: { query: { ...query, limit } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useSweeps = (query: SweepsQuery) => useQuery(sweepsOptions(query))
