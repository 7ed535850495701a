import type { Run } from '@/shared/api/types'
import { bytes, compact, count, NOTHING, score, significant } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import { Ago } from '@/shared/ui/Ago'
import { Facts, type Fact } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'

/** What a run gave and what it took. */
export function RunFacts({ run }: { run: Run }) {
  const { cost } = run
  const metrics = Object.entries(run.metrics ?? {}).filter(([name]) => name !== run.metric)
  const facts: Fact[] = [
    { name: run.metric, value: <strong style={{ fontSize: 18 }}>{score(run.value)}</strong> },
    ...metrics.map(([name, value]) => ({ name, value: significant(value, 4) })),
    { name: 'Step', value: `${count(run.step)} of ${count(run.steps)}` },
    { name: 'Took', value: duration(run.seconds) },
    { name: 'Started', value: <Ago at={run.startedAt} /> },
    { name: 'Worker', value: run.worker ?? '–' },
  ]
  if (cost !== null) {
    facts.push(
      { name: 'Training alone', value: duration(cost.trainSeconds) },
      { name: 'Tokens', value: compact(cost.tokens) },
      { name: 'Tokens per second', value: cost.trainSeconds > 0 ? compact(cost.tokens / cost.trainSeconds) : NOTHING },
      { name: 'Parameters', value: compact(cost.parameters) },
      { name: 'Active per token', value: compact(cost.activeParameters) },
      { name: 'FLOPs per token', value: compact(cost.flopsPerToken) },
      { name: 'Peak memory', value: bytes(cost.peakMemoryBytes) },
    )
  }
  if (run.earlyStop !== null) {
    const { stopped, metric, bestStep } = run.earlyStop
    facts.push({ name: stopped ? 'Stopped early' : 'Not stopped early', value: `best ${metric} at step ${count(bestStep)}` })
  }
  return (
    <Panel title="Result and cost">
      <Facts facts={facts} />
    </Panel>
  )
}
