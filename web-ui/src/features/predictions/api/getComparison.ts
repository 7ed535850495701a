import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { QueryOf } from '@/shared/api/types'

export const DIFFERENCES_PER_PAGE = 50

export type ComparisonQuery = Omit<QueryOf<'/api/v1/comparisons/predictions'>, 'limit'>

export const comparisonOptions = (query: ComparisonQuery) =>
  queryOptions({
    queryKey: ['comparison', query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/comparisons/predictions', { params: { query: { ...query, limit: DIFFERENCES_PER_PAGE } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useComparison = (query: ComparisonQuery) => useQuery(comparisonOptions(query))
