import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const outcomesOptions = (id: number) =>
  queryOptions({
    queryKey: ['sweep', id, 'outcomes'],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/sweeps/{id}/outcomes', { params: { path: { id } }, signal })),
    placeholderData: keepPreviousData,
  })

export const useOutcomes = (id: number) => useQuery(outcomesOptions(id))
