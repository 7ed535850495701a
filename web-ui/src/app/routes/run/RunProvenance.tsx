import { getRouteApi } from '@tanstack/react-router'
import { ArtifactsTable } from '@/features/runs/components/ArtifactsTable'
import { AttemptsTable } from '@/features/runs/components/AttemptsTable'
import { CodeBlock } from '@/shared/ui/CodeBlock'
import { Facts } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { useShownRun } from './useShownRun'

const route = getRouteApi('/runs/$id/provenance')

export function RunProvenance() {
  const run = useShownRun(route.useParams().id)
  return (
    <div className={stack.stack}>
      <Panel title="Attempts" note="executions under a lease; the accepted one counts" flush={run.attempts.length > 0}>
        {run.attempts.length === 0 ? <span className="quiet">None yet.</span> : <AttemptsTable attempts={run.attempts} />}
      </Panel>
      {run.artifacts.length > 0 && (
        <Panel title="Artifacts" flush>
          <ArtifactsTable artifacts={run.artifacts} />
        </Panel>
      )}
      <Panel title="Identity">
        <Facts
          facts={[
            { name: 'Kind', value: run.kind.toLowerCase() },
            { name: 'Fingerprint', value: <code>{run.fingerprint ?? '–'}</code> },
            { name: 'Comparability class', value: <code>{run.comparabilityClass ?? '–'}</code> },
          ]}
        />
      </Panel>
      <Panel title="Specification" note="what the trainer was told">
        <CodeBlock text={JSON.stringify(run.specification, null, 2)} label="specification" />
      </Panel>
    </div>
  )
}
