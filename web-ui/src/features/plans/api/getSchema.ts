import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import type { Schema } from '../schemaWords'

/** What may stand in a definition; it changes with the server's version only. */
export const schemaOptions = () =>
  queryOptions({
    queryKey: ['schema', 'sweep'],
    queryFn: async ({ signal }) => (await answerOf(api.GET('/api/v1/schemas/sweep', { signal }))) as Schema,
    staleTime: Number.POSITIVE_INFINITY,
  })

export const useSchema = () => useQuery(schemaOptions())
