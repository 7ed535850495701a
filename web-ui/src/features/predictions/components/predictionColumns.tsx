import type { Prediction } from '@/shared/api/types'
import { significant } from '@/shared/format/number'
import type { Column } from '@/shared/table/DataTable'
import classes from './predictions.module.css'

/** Columns of a run's predictions; green and red only where an example is right or wrong. */
export function predictionColumns(judge: string | null, several: boolean): Column<Prediction>[] {
  const columns: Column<Prediction>[] = [
    { id: 'id', header: 'Example', cell: (row) => <code>{row.id}</code>, csv: (row) => row.id },
    { id: 'split', header: 'Split', cell: (row) => row.split, csv: (row) => row.split },
    { id: 'input', header: 'Input', cell: (row) => <span className={classes.text}>{row.input}</span>, csv: (row) => row.input },
    {
      id: 'references',
      header: 'Right would be',
      cell: (row) => (row.references.length > 0 ? <Texts texts={row.references} /> : <span className="quiet">not known</span>),
      csv: (row) => row.references.join(' | '),
    },
    {
      id: 'output',
      header: 'Model said',
      cell: (row) => (
        <span className={`${classes.short} ${classes.answer}`} data-right={judge === null ? undefined : rightness(row, judge)}>
          {row.output === '' ? <span className="quiet">nothing</span> : row.output}
        </span>
      ),
      csv: (row) => row.output,
    },
    {
      id: 'scores',
      header: 'Scores',
      cell: (row) => (
        <div className={classes.scores}>
          {Object.entries(row.scores).map(([name, value]) => (
            <div key={name}>
              <span className="quiet">{name}</span> {significant(value, 3)}
            </div>
          ))}
        </div>
      ),
      csv: (row) =>
        Object.entries(row.scores)
          .map(([name, value]) => `${name}=${value}`)
          .join(' '),
    },
  ]
  return several ? columns : columns.filter((column) => column.id !== 'split')
}

function rightness(row: Prediction, judge: string): boolean | undefined {
  const score = row.scores[judge]
  return score === undefined ? undefined : score === 1
}

/** Texts below each other, for example several right answers. */
export function Texts({ texts }: { texts: string[] }) {
  return (
    <ul className={classes.answerList}>
      {[...new Set(texts)].map((text) => (
        <li key={text} className={classes.short}>
          {text}
        </li>
      ))}
    </ul>
  )
}
