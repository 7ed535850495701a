import type { Leaderboard } from '@/shared/api/types'
import { counted } from '@/shared/format/number'
import classes from './BoardNotes.module.css'

/** How the board is made, and what it leaves out. */
export function BoardNotes({ board }: { board: Leaderboard }) {
  return (
    <div className={classes.notes}>
      <p>
        {sentence(board.rule)} Rows inside a bracket, or named in a rank’s range, are not told apart at{' '}
        {Math.round(board.confidence * 100)} % confidence.
      </p>
      {board.note !== null && <p>{board.note}.</p>}
      {board.excluded.length > 0 && (
        <>
          <p>Results that are not counted:</p>
          <ul>
            {board.excluded.map(({ reason, results }) => (
              <li key={reason}>
                {counted(results, 'result')}: {reason}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

function sentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}.`
}
