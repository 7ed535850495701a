import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf, asProblem } from '@/shared/api/problem'
import { sweepOptions } from './getSweep'

export type Control = 'pause' | 'resume' | 'cancel'

const DONE: Record<Control, string> = {
  pause: 'Paused. Runs under way go on to their end; none is started.',
  resume: 'Resumed.',
  cancel: 'Cancelled. Runs under way are being stopped.',
}

/** Pauses, resumes or cancels a sweep and shows its new state at once. */
export function useControlSweep(id: number) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (control: Control) => {
      const at = { params: { path: { id } } }
      if (control === 'pause') return answerOf(api.POST('/api/v1/sweeps/{id}/pause', at))
      if (control === 'resume') return answerOf(api.POST('/api/v1/sweeps/{id}/resume', at))
      return answerOf(api.POST('/api/v1/sweeps/{id}/cancel', at))
    },
    onSuccess: (sweep, control) => {
      client.setQueryData(sweepOptions(id).queryKey, sweep)
      void client.invalidateQueries({ queryKey: ['sweep'] })
      notifications.show({ message: DONE[control] })
    },
    onError: (error) => {
      const problem = asProblem(error)
      notifications.show({ color: 'red', title: problem.title, message: problem.detail })
      void client.invalidateQueries({ queryKey: ['sweep', id] })
    },
  })
}
