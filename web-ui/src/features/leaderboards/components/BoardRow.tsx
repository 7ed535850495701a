import { Tooltip } from '@mantine/core'
import type { Leaderboard, LeaderboardRow } from '@/shared/api/types'
import { compact, count, score, setting } from '@/shared/format/number'
import { duration } from '@/shared/format/time'
import { MeasureText } from '@/shared/ui/MeasureText'
import { VariantName } from '@/shared/ui/VariantName'
import { bracket, rankText, rowName, tasksOf } from '../rank'
import { BoardCell, type OtherCell } from './BoardCell'
import { IntervalPlot, type Span } from './IntervalPlot'
import classes from './LeaderboardTable.module.css'

/** Cells of other rows on the dataset, to compare with; few enough for a menu. */
function othersOn(board: Leaderboard, row: LeaderboardRow, dataset: string): OtherCell[] {
  return board.rows
    .filter((other) => other !== row)
    .flatMap((other) => {
      const cell = other.cells.find((candidate) => candidate.dataset === dataset)
      return cell && cell.n > 0 ? [{ name: rowName(board, other), runs: cell.runs ?? [] }] : []
    })
    .slice(0, 8)
}

/** No score; what there is of one stands under its own name. */
function Incomplete({ row }: { row: LeaderboardRow }) {
  const first = row.averages[0]
  const hole = <span className={classes.hole}>incomplete</span>
  if (first?.partialName == null) return hole
  return (
    <Tooltip label={`Not the score: ${first.partialName} = ${score(first.partialMean)}`} multiline maw={320}>
      <span>
        {hole}
        <span className={classes.partial}>{tasksOf(first.partialName)}</span>
      </span>
    </Tooltip>
  )
}

interface Props {
  board: Leaderboard
  index: number
  span: Span | null
  best: Map<string, number>
}

export function BoardRow({ board, index, span, best }: Props) {
  const row = board.rows[index]!
  const group = bracket(board.rows, index)
  const parameters = Object.entries(row.parameters ?? {})
  const ties = row.tiedWith.length > 0 ? `Not told apart from ${row.tiedWith.join(', ')}` : 'Differs from every other row'
  return (
    <tr data-tied={group !== 'none'} data-scored={row.rank !== null}>
      <td className={classes.rank} data-bracket={group}>
        {row.rank === null ? (
          <Tooltip label="A row with a hole has no score and no rank">
            <span className="quiet">–</span>
          </Tooltip>
        ) : (
          <Tooltip label={ties}>
            <span className="num">{rankText(row)}</span>
          </Tooltip>
        )}
      </td>
      <th scope="row" className={classes.variant}>
        <VariantName name={row.variant} />
        {parameters.length > 0 && (
          <span className={classes.parameters}>{parameters.map(([name, value]) => `${name} ${setting(value)}`).join(', ')}</span>
        )}
      </th>
      <td data-numeric="true">
        {row.score === null ? (
          <Incomplete row={row} />
        ) : (
          <MeasureText mean={row.score} low={row.low} high={row.high} strong />
        )}
      </td>
      {span !== null && (
        <td>
          <IntervalPlot row={row} span={span} />
        </td>
      )}
      {board.datasets.map((dataset) => {
        const cell = row.cells.find((candidate) => candidate.dataset === dataset.name)
        return (
          <td key={dataset.name} data-numeric="true">
            <BoardCell cell={cell} others={othersOn(board, row, dataset.name)} best={cell?.mean != null && cell.mean === best.get(dataset.name)} />
          </td>
        )
      })}
      <td data-numeric="true" title={count(row.parametersCount)}>
        {compact(row.parametersCount)}
      </td>
      <td data-numeric="true" title={count(row.activeParameters)}>
        {compact(row.activeParameters)}
      </td>
      <td data-numeric="true">{duration(row.trainSeconds)}</td>
    </tr>
  )
}
