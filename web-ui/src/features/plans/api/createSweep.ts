import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { asDefinition } from '@/shared/api/definition'
import { answerOf } from '@/shared/api/problem'

export interface NewSweep {
  source: string
  team?: string
  priority?: number
  /** The same for every attempt to send the same definition: a lost answer does not queue it twice. */
  idempotencyKey: string
}

export function useCreateSweep() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ source, team, priority, idempotencyKey }: NewSweep) => {
      const { headers, ...body } = asDefinition(source)
      return answerOf(
        api.POST('/api/v1/sweeps', {
          ...body,
          headers,
          params: { query: { team, priority }, header: { 'Idempotency-Key': idempotencyKey } },
        }),
      )
    },
    onSuccess: () => client.invalidateQueries({ queryKey: ['sweep', 'list'] }),
  })
}
