import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export interface CurvesQuery {
  metric?: string
  dataset?: string
}

export const curvesOptions = (id: number, query: CurvesQuery) =>
  queryOptions({
    queryKey: ['sweep', id, 'curves', query],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps/{id}/curves', { params: { path: { id }, query }, signal })),
    placeholderData: keepPreviousData,
  })

export const useCurves = (id: number, query: CurvesQuery) => useQuery(curvesOptions(id, query))
