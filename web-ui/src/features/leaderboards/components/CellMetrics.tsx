import { Menu } from '@mantine/core'
import type { LeaderboardCell } from '@/shared/api/types'
import { measureText } from '@/shared/format/measure'
import { counted, score } from '@/shared/format/number'
import classes from './CellMetrics.module.css'

/** Each metric of a cell with both of its intervals: what other seeds and what other examples would have changed. */
export function CellMetrics({ cell }: { cell: LeaderboardCell }) {
  return (
    <>
      <Menu.Label>
        {counted(cell.n, 'seed')}, 95 % intervals
      </Menu.Label>
      <dl className={classes.metrics}>
        {cell.metrics.map((metric) => (
          <div key={metric.metric}>
            <dt>{metric.metric}</dt>
            <dd>
              {measureText(metric)} <span className="quiet">over seeds</span>
            </dd>
            {metric.examplesLow !== null && (
              <dd>
                {score(metric.examplesLow)} to {score(metric.examplesHigh)} <span className="quiet">over examples</span>
              </dd>
            )}
          </div>
        ))}
      </dl>
    </>
  )
}
