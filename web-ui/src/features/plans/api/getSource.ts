import { queryOptions, skipToken, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

/** The text of a stored sweep, to begin another one with. */
export const sourceOptions = (id: number | undefined) =>
  queryOptions({
    queryKey: ['source', id],
    queryFn:
      id === undefined
        ? skipToken
        : async ({ signal }) => (await answerOf(api.GET('/api/v1/sweeps/{id}', { params: { path: { id } }, signal }))).source,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useSource = (id: number | undefined) => useQuery(sourceOptions(id))
