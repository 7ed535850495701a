import { Menu } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { LeaderboardCell } from '@/shared/api/types'
import { MeasureText } from '@/shared/ui/MeasureText'
import { CellMetrics } from './CellMetrics'
import classes from './LeaderboardTable.module.css'

/** A cell of another row on the same dataset. */
export interface OtherCell {
  name: string
  runs: number[]
}

interface Props {
  cell: LeaderboardCell | undefined
  others: OtherCell[]
  best: boolean
}

/** A cell, open to the runs that it is made of. A hole says how many runs are missing, and how many failed. */
export function BoardCell({ cell, others, best }: Props) {
  if (cell === undefined || (cell.n === 0 && cell.of === 0)) return <span className={classes.hole}>no run</span>
  const hole =
    cell.n < cell.of ? (
      <span className={classes.hole} data-failed={cell.failed > 0}>
        {cell.n} of {cell.of}
        {cell.failed > 0 && `, ${cell.failed} failed`}
      </span>
    ) : null
  if (cell.n === 0) return hole
  return (
    <span className={classes.cell}>
      <Menu position="bottom-end" width={264}>
        <Menu.Target>
          <button type="button" className={classes.open} title={`n = ${cell.n}; show its runs`}>
            <MeasureText mean={cell.mean} low={cell.low} high={cell.high} strong={best} />
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          <CellMetrics cell={cell} />
          <Menu.Label>Made of</Menu.Label>
          {(cell.runs ?? []).map((run) => (
            <Menu.Item key={run} component={Link} to={`/runs/${run}`}>
              run {run}
            </Menu.Item>
          ))}
          {others.length > 0 && <Menu.Label>Compare example by example with</Menu.Label>}
          {others.map((other) => (
            <Menu.Item
              key={other.name}
              renderRoot={(props) => <Link {...props} to="/compare" search={{ a: (cell.runs ?? []).join(','), b: other.runs.join(',') }} />}
            >
              {other.name}
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      {hole}
    </span>
  )
}
