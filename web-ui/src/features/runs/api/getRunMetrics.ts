import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

/** Points asked for per curve; the server keeps the least and greatest of what it leaves out. */
export const POINTS = 600

export const runMetricsOptions = (id: number) =>
  queryOptions({
    queryKey: ['run', id, 'metrics'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/runs/{id}/metrics', { params: { path: { id }, query: { points: POINTS } }, signal })),
  })

export const useRunMetrics = (id: number) => useQuery(runMetricsOptions(id))
