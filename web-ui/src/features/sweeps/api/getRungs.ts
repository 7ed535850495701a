import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

const rungsOptions = (id: number) =>
  queryOptions({
    queryKey: ['sweep', id, 'rungs'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps/{id}/rungs', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useRungs = (id: number) => useQuery(rungsOptions(id))
