import { Link } from '@tanstack/react-router'
import { counted } from '@/shared/format/number'
import { Ago } from '@/shared/ui/Ago'
import classes from './BoardList.module.css'

interface Board {
  name: string
  title: string
  datasets: string[]
  rows: number
  updatedAt: string | null
}

export function BoardList({ boards }: { boards: Board[] }) {
  return (
    <ul className={classes.list}>
      {boards.map((board) => (
        <li key={board.name}>
          <h2>
            <Link to="/leaderboards/$benchmark" params={{ benchmark: board.name }}>
              {board.title}
            </Link>
          </h2>
          <p>{board.datasets.join(', ')}</p>
          <p className="quiet">
            {board.rows === 0 ? 'no result yet' : counted(board.rows, 'row')}
            {board.updatedAt !== null && (
              <>
                , last result <Ago at={board.updatedAt} />
              </>
            )}
          </p>
        </li>
      ))}
    </ul>
  )
}
