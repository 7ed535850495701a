import type { Plan } from '@/shared/api/types'
import { count, counted } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import classes from './PlanView.module.css'

type Promotion = NonNullable<Plan['promotion']>

/** What is trained of a sweep that promotes: a range, as nobody knows yet in which order good trials come. */
export function PlannedRungs({ promotion: { rungs, deviceHoursLow, deviceHoursHigh } }: { promotion: Promotion }) {
  return (
    <>
      <h3>Promotion</h3>
      <ul className={classes.datasets}>
        {rungs.map((rung) => (
          <li key={rung.step}>
            <strong className="num">to step {count(rung.step)}</strong>
            <span className="quiet num">{rung.least === rung.most ? counted(rung.most, 'run') : `${count(rung.least)} to ${count(rung.most)} runs`}</span>
          </li>
        ))}
      </ul>
      <p className={classes.fine}>
        {deviceHoursLow !== null && deviceHoursHigh !== null && `${duration(deviceHoursLow * 3600)} to ${duration(deviceHoursHigh * 3600)} of device time. `}
        The time above is that of all runs to their ends: an upper bound.
      </p>
    </>
  )
}
