import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useManifest } from '@/features/runs/api/getManifest'
import { SealNote } from '@/features/runs/components/SealNote'
import { asProblem } from '@/shared/api/problem'
import { CodeBlock } from '@/shared/ui/CodeBlock'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'

const route = getRouteApi('/runs/$id/manifest')

export function RunManifest() {
  const query = useManifest(Number(route.useParams().id))
  if (query.data === undefined && query.error !== null && asProblem(query.error).status === 404) {
    return (
      <EmptyState title="No manifest yet">
        <p>
          A run’s manifest holds all that is needed to execute it again. It is sealed together with the result, and there is no result
          yet.
        </p>
      </EmptyState>
    )
  }
  return (
    <Awaited query={query} skeleton={<Skeleton height={300} radius={10} />}>
      {(sealed) => (
        <div className={stack.stack}>
          <SealNote seal={sealed.seal} holds={sealed.sealHolds} />
          <Panel title="Manifest" note="everything needed to execute this run again">
            <CodeBlock text={JSON.stringify(sealed.manifest, null, 2)} label="manifest" />
          </Panel>
        </div>
      )}
    </Awaited>
  )
}
