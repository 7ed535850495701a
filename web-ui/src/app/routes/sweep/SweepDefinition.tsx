import { getRouteApi } from '@tanstack/react-router'
import { CodeBlock } from '@/shared/ui/CodeBlock'
import { Facts } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { useShownSweep } from './useShownSweep'

const route = getRouteApi('/sweeps/$id/definition')

export function SweepDefinition() {
  const sweep = useShownSweep(route.useParams().id)
  return (
    <div className={stack.stack}>
      <Panel title="Definition" note="as it was sent">
        <CodeBlock text={sweep.source} label="definition" />
      </Panel>
      <Panel title="Identity">
        <Facts
          facts={[
            { name: 'Hash of the canonical form', value: <code>{sweep.definitionHash}</code> },
            { name: 'Media type', value: sweep.mediaType },
            { name: 'Priority', value: sweep.priority },
          ]}
        />
      </Panel>
    </div>
  )
}
