import type { ParameterImportance } from '@/shared/api/types'
import { significant } from '@/shared/format/number'
import classes from './health.module.css'

interface Props {
  importances: ParameterImportance[]
  /** How many trials they rest on. */
  trials: number
}

/** One bar per parameter, the greatest first, with its interval as a whisker on the same scale. */
export function ImportanceBars({ importances, trials }: Props) {
  const most = Math.max(...importances.map((one) => one.high), 1e-9)
  const share = (value: number) => `${(100 * value) / most}%`
  return (
    <figure className={classes.importance} aria-label="Importance of parameters">
      <figcaption>
        <strong>Importance</strong>{' '}
        <span className="quiet">
          error of a random forest without the parameter, as a share of the variance; whiskers hold nine of ten forests; from {trials} trials
        </span>
      </figcaption>
      <table>
        <tbody>
          {importances.map((one) => (
            <tr key={one.parameter}>
              <th scope="row">{one.parameter}</th>
              <td className={classes.track} aria-hidden>
                <span className={classes.bar} style={{ width: share(one.value) }} />
                <span className={classes.whisker} style={{ left: share(one.low), width: share(one.high - one.low) }} />
              </td>
              <td className="num">
                {significant(one.value, 2)} <span className="quiet">{`${significant(one.low, 2)} to ${significant(one.high, 2)}`}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </figure>
  )
}
