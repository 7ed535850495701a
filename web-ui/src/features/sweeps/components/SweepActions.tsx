import { Button, Group, Modal, Text } from '@mantine/core'
import { useState } from 'react'
import type { Sweep } from '@/shared/api/types'
import { counted } from '@/shared/format/number'
import { waiting } from '@/shared/ui/ProgressBar'
import { LinkButton } from '@/shared/ui/LinkButton'
import { useControlSweep } from '../api/controlSweep'

const OVER = ['FINISHED', 'FAILED', 'CANCELLED']

/** What can be done with a sweep in its state. */
export function SweepActions({ sweep }: { sweep: Sweep }) {
  const control = useControlSweep(sweep.id)
  const [asking, setAsking] = useState(false)
  const over = OVER.includes(sweep.state)
  const paused = sweep.state === 'PAUSED'
  return (
    <>
      {!over && (
        <Button
          size="xs"
          variant="default"
          loading={control.isPending && control.variables !== 'cancel'}
          onClick={() => control.mutate(paused ? 'resume' : 'pause')}
        >
          {paused ? 'Resume' : 'Pause'}
        </Button>
      )}
      {!over && (
        <Button size="xs" variant="default" onClick={() => setAsking(true)}>
          Cancel
        </Button>
      )}
      <LinkButton to="/sweeps/new" search={{ from: sweep.id }} size="xs" variant="default">
        Clone
      </LinkButton>
      <Modal opened={asking} onClose={() => setAsking(false)} title={`Cancel “${sweep.name}”?`} centered>
        <Text size="sm">
          {counted(waiting(sweep.runs), 'waiting run')} will not be started and {counted(sweep.runs.leased, 'run')} under way will be
          stopped. Results that are there stay. This cannot be undone; the sweep can be cloned.
        </Text>
        <Group justify="flex-end" mt="md">
          <Button size="xs" variant="default" onClick={() => setAsking(false)} data-autofocus>
            Keep it running
          </Button>
          <Button
            size="xs"
            color="red.8"
            loading={control.isPending}
            onClick={() => control.mutate('cancel', { onSettled: () => setAsking(false) })}
          >
            Cancel the sweep
          </Button>
        </Group>
      </Modal>
    </>
  )
}
