import type { Front, Objective, Sweep } from '@/shared/api/types'
import { counted, score, setting } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import { Ago } from '@/shared/ui/Ago'
import { Facts, type Fact } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'
import { useNow } from '@/shared/ui/useNow'
import { VariantName } from '@/shared/ui/VariantName'
import { objectiveName } from '../objectives'
import { partOf } from '../partOf'
import { SweepProgress } from './SweepProgress'

/** How far a sweep is and what came out best so far. */
export function SweepFacts({ sweep }: { sweep: Sweep }) {
  const now = useNow()
  const taken = seconds(sweep.startedAt, sweep.finishedAt, now)
  return (
    <Panel title="Progress">
      <SweepProgress runs={sweep.runs} tall />
      {sweep.endedBecause !== null && (
        <p role="note">
          <strong>Ended early:</strong> {sweep.endedBecause}
        </p>
      )}
      <div style={{ height: 16 }} />
      <Facts
        facts={[
          ...(sweep.front === null ? bestFacts(sweep) : frontFacts(sweep.objectives, sweep.front)),
          { name: sweep.finishedAt === null ? 'Time left' : 'Took', value: duration(sweep.finishedAt === null ? sweep.secondsLeft : taken) },
          sweep.finishedAt === null
            ? { name: 'Running for', value: duration(taken) }
            : { name: 'Finished', value: <Ago at={sweep.finishedAt} /> },
          { name: 'Created', value: <Ago at={sweep.createdAt} /> },
          { name: 'Team', value: sweep.team },
          { name: 'Trials', value: setting(sweep.trials) },
          { name: 'Seeds', value: sweep.seeds.length > 6 ? `${sweep.seeds.length} seeds` : sweep.seeds.join(', ') },
        ]}
      />
    </Panel>
  )
}

function bestFacts({ best, objective }: Sweep): Fact[] {
  return [
    {
      name: 'Best so far',
      value: best === null ? <span className="quiet">no run has a result</span> : <VariantName name={best.variant} />,
    },
    {
      name: objectiveName(objective),
      value: (
        <>
          {score(best?.value)} {best?.partial != null && <span className="quiet">{partOf(best.partial)}</span>}
        </>
      ),
    },
  ]
}

function frontFacts(objectives: Objective[], front: Front): Fact[] {
  return [
    { name: 'Objectives', value: objectives.map(objectiveName).join(', ') },
    {
      name: 'On the front',
      value: front.measured === 0 ? <span className="quiet">no trial is complete</span> : `${front.trials.length} of ${counted(front.measured, 'trial')}`,
    },
  ]
}

function seconds(from: string | null, to: string | null, now: number): number | null {
  if (from === null) return null
  return ((to === null ? now : Date.parse(to)) - Date.parse(from)) / 1000
}
