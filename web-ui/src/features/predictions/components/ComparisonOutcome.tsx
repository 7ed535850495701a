import type { Comparison } from '@/shared/api/types'
import { count, counted, score, significant } from '@/shared/format/number'
import { outcome } from '../outcome'
import classes from './predictions.module.css'

interface Props {
  comparison: Comparison
  a: string
  b: string
}

/** How often which side is right, the difference with its interval, and the test. */
export function ComparisonOutcome({ comparison, a, b }: Props) {
  const { counts } = comparison
  return (
    <div className={classes.outcome}>
      {counts !== null && (
        <table className={classes.counts}>
          <caption className="quiet" style={{ captionSide: 'bottom', fontSize: 12, paddingTop: 4 }}>
            {comparison.pairs === 1
              ? counted(comparison.examples, 'example')
              : `${counted(comparison.examples, 'example')} × ${comparison.pairs} seeds`}
          </caption>
          <thead>
            <tr>
              <th />
              <th scope="col">{b} right</th>
              <th scope="col">{b} wrong</th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">{a} right</th>
              <td>{count(counts.bothRight)}</td>
              <td data-differs="true">{count(counts.onlyA)}</td>
            </tr>
            <tr>
              <th scope="row">{a} wrong</th>
              <td data-differs="true">{count(counts.onlyB)}</td>
              <td>{count(counts.noneRight)}</td>
            </tr>
          </tbody>
        </table>
      )}
      <div>
        <p>{outcome(comparison, a, b)}</p>
        <p className={classes.figures}>
          Mean {comparison.score}: {score(comparison.a.mean)} and {score(comparison.b.mean)}, difference{' '}
          <strong>{signed(comparison.difference)}</strong>, 95 % interval {signed(comparison.low)} to {signed(comparison.high)}.
        </p>
        <p className="quiet">
          {comparison.test}
          {comparison.p === null ? ': the sides never differ' : `: p = ${significant(comparison.p, 3)}`}. The interval is a bootstrap over{' '}
          {count(comparison.units)} {comparison.unit}s: it says what other examples would have changed, not other seeds.
          {comparison.unmatched > 0 && ` ${counted(comparison.unmatched, 'example')} that only one side has are left out.`}
        </p>
      </div>
    </div>
  )
}

function signed(value: number): string {
  return `${value > 0 ? '+' : value < 0 ? '−' : ''}${Math.abs(value).toFixed(4)}`
}
