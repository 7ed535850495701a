import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const runLogsOptions = (id: number) =>
  queryOptions({
    queryKey: ['run', id, 'logs'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/runs/{id}/logs', { params: { path: { id } }, signal })),
  })

export const useRunLogs = (id: number) => useQuery(runLogsOptions(id))
