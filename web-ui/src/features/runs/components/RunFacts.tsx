import type { Run } from '@/shared/api/types'
import { bytes, compact, count, countOf, NOTHING, score, significant } from '@/shared/format/number'
import { measures, type RunMeasure } from '../measures'
import { duration } from '@/shared/format/time'
import { Ago } from '@/shared/ui/Ago'
import { Facts, type Fact } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'

/** A metric's 95 % bootstrap interval over the examples: what other examples would have changed, not other seeds. */
function Examples({ of }: { of: RunMeasure | undefined }) {
  if (of === undefined || of.low === null || of.high === null) return null
  return (
    <span className="quiet" style={{ display: 'block', fontSize: 12, fontWeight: 400 }} title="95 % bootstrap interval over examples; another seed may move it further">
      {score(of.low)} to {score(of.high)} over examples
    </span>
  )
}

/** What a run gave and what it took. */
export function RunFacts({ run }: { run: Run }) {
  const { cost } = run
  const found = measures(run.metrics ?? {})
  const headline = found.find((one) => one.name === run.metric)
  const facts: Fact[] = [
    {
      name: run.metric,
      value: (
        <>
          <strong style={{ fontSize: 18 }}>{score(run.value)}</strong>
          <Examples of={headline} />
        </>
      ),
    },
    ...found
      .filter((one) => one !== headline)
      .map((one) => ({
        name: one.name,
        value: (
          <>
            {significant(one.value, 4)}
            <Examples of={one} />
          </>
        ),
      })),
    { name: 'Step', value: run.steps === null ? `${count(run.step)} of an unknown number` : countOf(run.step, run.steps) },
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
