import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { QueryOf } from '@/shared/api/types'

export const PREDICTIONS_PER_PAGE = 50

export type PredictionsQuery = Omit<QueryOf<'/api/v1/runs/{id}/predictions'>, 'limit'>

export const predictionsOptions = (id: number, query: PredictionsQuery) =>
  queryOptions({
    queryKey: ['run', id, 'predictions', query],
    queryFn: ({ signal }) =>
      answerOf(
        api.GET('/api/v1/runs/{id}/predictions', { params: { path: { id }, query: { ...query, limit: PREDICTIONS_PER_PAGE } }, signal }),
      ),
    placeholderData: keepPreviousData,
  })

export const usePredictions = (id: number, query: PredictionsQuery) => useQuery(predictionsOptions(id, query))
