import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const manifestOptions = (id: number) =>
  queryOptions({
    queryKey: ['run', id, 'manifest'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/runs/{id}/manifest', { params: { path: { id } }, signal })),
  })

export const useManifest = (id: number) => useQuery(manifestOptions(id))
