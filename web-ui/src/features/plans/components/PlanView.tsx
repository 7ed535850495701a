import type { Plan } from '@/shared/api/types'
import { count, counted, percent } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import { VariantName } from '@/shared/ui/VariantName'
import { PlannedRungs } from './PlannedRungs'
import classes from './PlanView.module.css'

/** What a definition would do, before anything is queued. */
export function PlanView({ plan, old }: { plan: Plan; old: boolean }) {
  const { estimate } = plan
  return (
    <div className={classes.plan} data-old={old}>
      <p className={classes.sum}>
        <strong className="num">{count(plan.toCompute)}</strong> {plan.toCompute === 1 ? 'run' : 'runs'} to compute
        {estimate !== null && plan.toCompute > 0 && <span className={classes.time}>about {duration(estimate.seconds)}{range(estimate)}</span>}
      </p>
      <dl className={classes.numbers}>
        <Number name="Trials" value={plan.trials} />
        <Number name="Runs" value={plan.runs} />
        <Number name="Already computed" value={plan.alreadyComputed} />
      </dl>
      <p className={classes.fine}>
        {counted(plan.trials, 'trial')} × {counted(plan.datasets.length, 'dataset')} × {counted(plan.seeds.length, 'seed')}.{' '}
        {plan.trialsToCome > 0 && `${counted(plan.trialsToCome, 'trial')} of them are chosen as results arrive. `}
        {plan.alreadyComputed > 0 && 'What is already computed is reused, not run again. '}
        {plan.toCompute === 0
          ? 'Nothing is left to compute: the sweep ends when it is submitted.'
          : estimate === null
            ? 'No estimate: no run like these has ended yet, or no worker is there.'
            : `${duration(estimate.runSeconds)} per run on ${counted(estimate.workers, 'worker')}, from ${counted(estimate.basedOnRuns, 'run')} that ended.`}
      </p>
      {plan.promotion !== null && <PlannedRungs promotion={plan.promotion} />}
      {plan.warnings.length > 0 && (
        <ul className={classes.warnings} aria-label="Warnings">
          {plan.warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <h3>Variants</h3>
      <div className={classes.variants}>
        {plan.variants.map((variant) => (
          <VariantName key={variant} name={variant} />
        ))}
      </div>
      <h3>Datasets</h3>
      <ul className={classes.datasets}>
        {plan.datasets.map((dataset) => (
          <li key={dataset.name}>
            <strong>{dataset.name}</strong>
            <span className="quiet num">
              {dataset.classes === null
                ? 'on no live worker'
                : `${count(dataset.trainExamples)} train, ${count(dataset.evaluationExamples)} evaluation${dataset.classes ? `, ${dataset.classes} classes, majority ${percent(dataset.majority)}` : ""}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  )
}

function Number({ name, value }: { name: string; value: number }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="num">{count(value)}</dd>
    </div>
  )
}

/** The 95 % interval, where it is wider than it reads; its upper end where it begins at nothing. */
function range({ seconds, secondsLow, secondsHigh }: NonNullable<Plan['estimate']>): string {
  const [low, high] = [duration(secondsLow), duration(secondsHigh)]
  if (secondsLow < seconds / 10) return ` (at most ${high})`
  return low === high ? '' : ` (${low} to ${high})`
}
