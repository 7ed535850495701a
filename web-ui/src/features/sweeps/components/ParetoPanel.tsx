import { NativeSelect, Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type { Front, Outcome, Sweep } from '@/shared/api/types'
import { Chart } from '@/shared/charts/Chart'
import { counted, percent } from '@/shared/format/number'
import { DataTable } from '@/shared/table/DataTable'
import { useScheme } from '@/shared/theme/useScheme'
import { Awaited } from '@/shared/ui/Awaited'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { VariantName } from '@/shared/ui/VariantName'
import { useOutcomes } from '../api/getOutcomes'
import { objectiveName, objectiveText, type Axis } from '../objectives'
import type { OverviewSearch } from '../sweepSearch'
import { frontColumns } from './frontColumns'
import { paretoOption } from './paretoOption'

type AxisChoice = OverviewSearch['x']

interface Props {
  sweep: Sweep
  front: Front
  search: OverviewSearch
  onChange: (part: Partial<OverviewSearch>) => void
  /** A trial was chosen, by its number. */
  onTrial: (number: string) => void
}

const HEIGHT = 340

/** What a sweep with several objectives has found: all trials by two of them, and those that none beats. */
export function ParetoPanel({ sweep, front, search, onChange, onTrial }: Props) {
  const outcomes = useOutcomes(sweep.id)
  const y = axisOf(sweep, search.y, 0)
  const x = axisOf(sweep, search.x, y.index === 0 ? 1 : 0)
  const columns = useMemo(() => frontColumns(sweep, front), [sweep, front])
  return (
    <Panel
      title="Pareto front"
      note={noteOf(front)}
      flush
      aside={
        sweep.objectives.length > 2 && (
          <>
            <AxisSelect label="Across" sweep={sweep} value={x} onChange={(choice) => onChange({ x: choice })} />
            <AxisSelect label="Up" sweep={sweep} value={y} onChange={(choice) => onChange({ y: choice })} />
          </>
        )
      }
    >
      <div className={stack.pad}>
        {front.measured === 0 ? (
          <p className="quiet" style={{ margin: 0 }}>
            No trial has a value for each objective yet. The first one that ends draws the first point.
          </p>
        ) : (
          <Awaited query={outcomes} skeleton={<Skeleton height={HEIGHT} />}>
            {(data) => <Scatter outcomes={data.trials} x={x} y={y} onTrial={onTrial} />}
          </Awaited>
        )}
        <Remarks sweep={sweep} front={front} leftOut={outcomes.data?.leftOut ?? 0} />
      </div>
      {front.trials.length > 0 && <DataTable label="Trials on the front" rows={front.trials} columns={columns} rowKey={(trial) => trial.trialId} />}
    </Panel>
  )
}

function Scatter({ outcomes, x, y, onTrial }: { outcomes: Outcome[]; x: Axis; y: Axis; onTrial: (number: string) => void }) {
  const scheme = useScheme()
  const option = useMemo(() => paretoOption({ outcomes, x, y, scheme }), [outcomes, x, y, scheme])
  const variants = [...new Set(outcomes.map((outcome) => outcome.variant))]
  return (
    <>
      {variants.length > 1 && (
        <div style={{ display: 'flex', flexWrap: 'wrap', gap: '4px 16px', marginBottom: 8 }}>
          {variants.map((variant) => (
            <VariantName key={variant} name={variant} />
          ))}
        </div>
      )}
      <Chart
        option={option}
        height={HEIGHT}
        label={`${counted(outcomes.length, 'trial')} by ${objectiveName(y.objective)} and ${objectiveName(x.objective)}; the table below lists those on the front`}
        onPick={onTrial}
      />
    </>
  )
}

function Remarks({ sweep, front, leftOut }: { sweep: Sweep; front: Front; leftOut: number }) {
  const reference = front.reference.map((value, index) => `${objectiveName(sweep.objectives[index]!)} ${objectiveText(sweep.objectives[index]!, value)}`)
  const words = [
    front.share !== null &&
      `The front beats ${percent(front.share)} of the box between the best value of each objective and the reference (${reference.join(', ')}), a tenth of the range beyond the worst trial.`,
    front.measured > 0 && front.share === null && 'No hypervolume: it takes trials that differ in every objective, and a front that is not too large.',
    front.without > 0 && `${counted(front.without, 'trial')} ended without a value for each objective.`,
    leftOut > 0 && `${counted(leftOut, 'trial')} that others beat are not drawn.`,
  ].filter((part) => part !== false)
  return words.length > 0 ? (
    <p className="quiet" style={{ margin: '8px 0 0' }}>
      {words.join(' ')}
    </p>
  ) : null
}

function AxisSelect({ label, sweep, value, onChange }: { label: string; sweep: Sweep; value: Axis; onChange: (choice: AxisChoice) => void }) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={String(value.index)}
      data={sweep.objectives.map((objective, index) => ({ value: String(index), label: `${label}: ${objectiveName(objective)}` }))}
      onChange={(event) => onChange(event.currentTarget.value as AxisChoice)}
    />
  )
}

function axisOf(sweep: Sweep, asked: AxisChoice, otherwise: number): Axis {
  const index = asked !== undefined && Number(asked) < sweep.objectives.length ? Number(asked) : otherwise
  return { index, objective: sweep.objectives[index]! }
}

function noteOf(front: Front): string {
  return front.measured === 0 ? 'no trial yet' : `${front.trials.length} of ${counted(front.measured, 'trial')}: no other is as good in every objective and better in one`
}
