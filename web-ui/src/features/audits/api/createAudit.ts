import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf, asProblem } from '@/shared/api/problem'
import { auditsOptions } from './getAudits'

/** Has a run executed again from its manifest. */
export function useCreateAudit(runId: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => answerOf(api.POST('/api/v1/runs/{id}/audits', { params: { path: { id: runId } } })),
    onSuccess: () => client.invalidateQueries({ queryKey: auditsOptions(runId).queryKey }),
    onError: (error) => {
      const problem = asProblem(error)
      notifications.show({ color: 'red', title: problem.title, message: problem.detail })
    },
  })
}
