import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const workersOptions = queryOptions({
  queryKey: ['worker', 'list'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/workers', { signal })),
})

export const useWorkers = () => useQuery(workersOptions)
