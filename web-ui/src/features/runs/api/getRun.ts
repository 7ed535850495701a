import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const runOptions = (id: number) =>
  queryOptions({
    queryKey: ['run', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/runs/{id}', { params: { path: { id } }, signal })),
  })

export const useRun = (id: number) => useQuery(runOptions(id))
