import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

/** Steps asked for per metric: more columns than that no heat map can show apart. */
const STEPS = 100

export const runArraysOptions = (id: number) =>
  queryOptions({
    queryKey: ['run', id, 'arrays'],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/runs/{id}/metric-arrays', { params: { path: { id }, query: { steps: String(STEPS) } }, signal })),
  })

export const useRunArrays = (id: number) => useQuery(runArraysOptions(id))
