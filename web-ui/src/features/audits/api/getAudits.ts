import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const auditsOptions = (runId: number) =>
  queryOptions({
    queryKey: ['audit', 'of-run', runId],
    queryFn: ({ signal }) => answerOf(api.GET('/api/v1/runs/{id}/audits', { params: { path: { id: runId } }, signal })),
  })

export const useAudits = (runId: number) => useQuery(auditsOptions(runId))
