import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'
import { asDefinition } from '@/shared/api/definition'

/** What a definition would do. Nothing is stored by asking, so it is read like any other answer. */
export const planOptions = (source: string) =>
  queryOptions({
    queryKey: ['plan', source],
    queryFn: ({ signal }) => answerOf(api.POST('/api/v1/plans', { ...asDefinition(source), signal })),
    placeholderData: keepPreviousData,
    enabled: source.trim() !== '',
  })

export const usePlan = (source: string) => useQuery(planOptions(source))
