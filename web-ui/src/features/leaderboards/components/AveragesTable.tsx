import type { Leaderboard } from '@/shared/api/types'
import { score } from '@/shared/format/number'
import { Scroller } from '@/shared/table/Scroller'
import { MeasureText } from '@/shared/ui/MeasureText'
import { VariantName } from '@/shared/ui/VariantName'
import { rowName, tasksOf } from '../rank'
import classes from './LeaderboardTable.module.css'

/** Every average that the benchmark's rule knows. A partial mean never stands where a whole one would. */
export function AveragesTable({ board }: { board: Leaderboard }) {
  return (
    <Scroller label="Averages">
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">Variant</th>
            {board.averages.map((average) => (
              <th key={average.name} scope="col" data-numeric="true">
                {average.name} {average.higherIsBetter ? '↑' : '↓'}
                <span className={classes.sub}>{average.title}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.rows.map((row) => (
            <tr key={row.configurationHash + row.variant}>
              <th scope="row">
                <VariantName name={row.variant} />
                {rowName(board, row) !== row.variant && (
                  <span className={classes.parameters}>{row.configurationHash.slice(0, 8)}</span>
                )}
              </th>
              {row.averages.map((average) => (
                <td key={average.name} data-numeric="true">
                  {average.partialName === null ? (
                    <MeasureText mean={average.value} low={average.low} high={average.high} />
                  ) : (
                    <span className={classes.hole} title={average.partialName}>
                      {tasksOf(average.partialName)}: {score(average.partialMean)}
                    </span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
