import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRunLogs } from '@/features/runs/api/getRunLogs'
import { Awaited } from '@/shared/ui/Awaited'
import { CodeBlock } from '@/shared/ui/CodeBlock'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'

const route = getRouteApi('/runs/$id/log')

export function RunLog() {
  const logs = useRunLogs(Number(route.useParams().id))
  return (
    <Awaited query={logs} skeleton={<Skeleton height={300} radius={10} />}>
      {({ attempts }) =>
        attempts.every((attempt) => attempt.text === '') ? (
          <EmptyState title="No log">
            <p>What the trainer writes while it executes a run appears here, one part for each attempt. For this run it has written nothing.</p>
          </EmptyState>
        ) : (
          <div className={stack.stack}>
            {[...attempts].reverse().map((attempt) => (
              <Panel
                key={attempt.attemptId}
                title={`Attempt ${attempt.attemptId}`}
                note={attempt.truncated ? 'only its end; the beginning was left out' : undefined}
              >
                <CodeBlock text={attempt.text} label="log" />
              </Panel>
            ))}
          </div>
        )
      }
    </Awaited>
  )
}
