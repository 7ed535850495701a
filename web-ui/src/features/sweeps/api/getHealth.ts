import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

/** The browser asks with the tag that it has, so that an unchanged answer costs little. */
export const healthOptions = (id: number) =>
  queryOptions({
    queryKey: ['sweep', id, 'health'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps/{id}/health', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useHealth = (id: number) => useQuery(healthOptions(id))
