import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const sweepOptions = (id: number) =>
  queryOptions({
    queryKey: ['sweep', id],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps/{id}', { params: { path: { id } }, signal })),
  })

export const useSweep = (id: number) => useQuery(sweepOptions(id))
