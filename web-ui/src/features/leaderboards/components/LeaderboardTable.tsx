import { Tooltip } from '@mantine/core'
import type { Leaderboard } from '@/shared/api/types'
import { count, score } from '@/shared/format/number'
import { Scroller } from '@/shared/table/Scroller'
import { bestInColumn } from '../bestInColumn'
import { BoardRow } from './BoardRow'
import { spanOf } from './IntervalPlot'
import classes from './LeaderboardTable.module.css'

/** Variants x datasets in rank order. Ties are bracketed, holes stay visible, a constant answer is the last line. */
export function LeaderboardTable({ board }: { board: Leaderboard }) {
  const span = spanOf(board.rows)
  const best = bestInColumn(board)
  const baseline = board.datasets.some((dataset) => dataset.majority !== null)
  return (
    <Scroller label={board.title}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col" className={classes.rank}>
              <Tooltip label="The ranks that a row may have: noise allows every rank of the range" multiline maw={260}>
                <span className={classes.hinted}>Rank</span>
              </Tooltip>
            </th>
            <th scope="col" className={classes.variant}>
              Variant
            </th>
            <th scope="col" data-numeric="true">
              {board.scoreHigherIsBetter ? 'Score' : 'Mean rank ↓'}
            </th>
            {span !== null && <th scope="col">{board.scoreHigherIsBetter ? `${Math.round(board.confidence * 100)} % interval` : '± half critical difference'}</th>}
            {board.datasets.map((dataset) => (
              <th key={dataset.name} scope="col" data-numeric="true">
                <span title={dataset.name}>{dataset.task}</span>
                {dataset.diagnostic && <span className={classes.sub}>diagnostic, does not count</span>}
                <span className={classes.sub}>
                  {dataset.metric} {dataset.higherIsBetter ? '↑' : '↓'}
                  {dataset.evaluationExamples !== null && `, ${count(dataset.evaluationExamples)} examples`}
                </span>
              </th>
            ))}
            <th scope="col" data-numeric="true">
              Parameters
            </th>
            <th scope="col" data-numeric="true">
              <Tooltip label="Parameters that one token meets">
                <span className={classes.hinted}>Active</span>
              </Tooltip>
            </th>
            <th scope="col" data-numeric="true">
              <Tooltip label="Mean time of a run’s training">
                <span className={classes.hinted}>Training</span>
              </Tooltip>
            </th>
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row, index) => (
            <BoardRow key={row.configurationHash + row.variant} board={board} index={index} span={span} best={best} />
          ))}
          {baseline && (
            <tr className={classes.baseline}>
              <td className={classes.rank} />
              <th scope="row" className={classes.variant}>
                majority class
              </th>
              <td />
              {span !== null && <td />}
              {board.datasets.map((dataset) => (
                <td key={dataset.name} data-numeric="true">
                  {score(dataset.majority)}
                </td>
              ))}
              <td colSpan={3} />
            </tr>
          )}
        </tbody>
      </table>
    </Scroller>
  )
}
