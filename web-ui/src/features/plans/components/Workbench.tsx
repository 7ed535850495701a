import { Button, NumberInput, Skeleton, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { lazy, Suspense, useState } from 'react'
import { asProblem } from '@/shared/api/problem'
import type { Plan, ProblemPlace } from '@/shared/api/types'
import { counted } from '@/shared/format/number'
import { Panel } from '@/shared/ui/Panel'
import { usePlan } from '../api/createPlan'
import { useCreateSweep } from '../api/createSweep'
import { dropDraft, keepDraft } from '../draft'
import { IdempotencyKeys } from '../idempotencyKey'
import { templates } from '../templates'
import { PlanOutcome } from './PlanOutcome'
import { TemplateMenu } from './TemplateMenu'
import classes from './Workbench.module.css'

const DefinitionEditor = lazy(() => import('./DefinitionEditor'))
const NO_PLACES: ProblemPlace[] = []

interface Props {
  initial: string
  from: number | undefined
  onCreated: (sweepId: number) => void
}

/** The definition beside what it would do. */
export function Workbench({ initial, from, onCreated }: Props) {
  const [start, setStart] = useState({ source: initial, round: 0 })
  const [source, setSource] = useState(initial)
  const [settled] = useDebouncedValue(source, 400)
  const [target, setTarget] = useState<ProblemPlace | null>(null)
  const [team, setTeam] = useState('')
  const [priority, setPriority] = useState<number | undefined>()
  const [keys] = useState(() => new IdempotencyKeys())
  const plan = usePlan(settled)
  const create = useCreateSweep()

  const places = plan.error === null ? NO_PLACES : asProblem(plan.error).places
  const behind = settled !== source || plan.isPlaceholderData
  const ready = plan.data !== undefined && plan.error === null && !behind && source.trim() !== ''

  const change = (text: string) => {
    setSource(text)
    keepDraft(from, text)
  }
  const begin = (text: string) => {
    change(text)
    setStart({ source: text, round: start.round + 1 })
  }
  const submit = () => {
    if (!ready || create.isPending) return
    const chosen = { source, team: team.trim() === '' ? undefined : team.trim(), priority }
    create.mutate(
      { ...chosen, idempotencyKey: keys.keyFor(JSON.stringify(chosen)) },
      {
        onSuccess: (sweep) => {
          keys.forget()
          dropDraft(from)
          onCreated(sweep.id)
        },
      },
    )
  }

  return (
    <div className={classes.bench}>
      <Panel title="Definition" note="YAML or JSON" flush aside={<TemplateMenu templates={templates} onChoose={begin} />}>
        <div className={classes.editor}>
          <Suspense fallback={<Skeleton height={440} radius={0} />}>
            <DefinitionEditor
              key={start.round}
              initial={start.source}
              places={places}
              target={target}
              onChange={change}
              onSubmit={submit}
            />
          </Suspense>
        </div>
      </Panel>
      <div className={classes.side}>
        <Panel title="Plan" note={behind && source.trim() !== '' ? 'checking…' : undefined}>
          <PlanOutcome source={source} plan={plan} old={behind} onGo={(place) => setTarget({ ...place })} />
        </Panel>
        <Panel title="Queue it">
          <form
            className={classes.form}
            onSubmit={(event) => {
              event.preventDefault()
              submit()
            }}
          >
            <div className={classes.fields}>
              <TextInput size="xs" label="Team" placeholder="default" value={team} onChange={(event) => setTeam(event.currentTarget.value)} />
              <NumberInput
                size="xs"
                label="Priority"
                placeholder="0"
                allowDecimal={false}
                min={-1000}
                max={1000}
                value={priority ?? ''}
                onChange={(value) => setPriority(typeof value === 'number' ? value : undefined)}
              />
            </div>
            <Button type="submit" fullWidth loading={create.isPending} disabled={!ready}>
              {ready && plan.data ? submitLabel(plan.data) : 'Submit'}
            </Button>
            {create.error !== null && (
              <p className={classes.refused} role="alert">
                <strong>{asProblem(create.error).title}.</strong> {asProblem(create.error).detail}
              </p>
            )}
            <p className={classes.hint}>
              <kbd>Ctrl</kbd> <kbd>Enter</kbd> submits from the editor.
            </p>
          </form>
        </Panel>
      </div>
    </div>
  )
}

function submitLabel({ runs, toCompute }: Plan): string {
  return toCompute === 0 ? `Submit, ${counted(runs, 'run')} computed already` : `Submit ${counted(runs, 'run')}`
}
