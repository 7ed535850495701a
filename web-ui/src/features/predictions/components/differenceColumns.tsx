import type { ComparisonDifference } from '@/shared/api/types'
import { significant } from '@/shared/format/number'
import type { Column } from '@/shared/table/DataTable'
import { Texts } from './predictionColumns'
import classes from './predictions.module.css'

/** Columns of the examples on which two sides differ; the better side is the green one. */
export function differenceColumns(a: string, b: string, higherIsBetter: boolean): Column<ComparisonDifference>[] {
  const better = (row: ComparisonDifference) => (row.scoreA > row.scoreB) === higherIsBetter
  return [
    { id: 'id', header: 'Example', cell: (row) => <code>{row.id}</code>, csv: (row) => row.id },
    { id: 'input', header: 'Input', cell: (row) => <span className={classes.text}>{row.input}</span>, csv: (row) => row.input },
    { id: 'references', header: 'Right would be', cell: (row) => <Texts texts={row.references} />, csv: (row) => row.references.join(' | ') },
    {
      id: 'a',
      header: a,
      cell: (row) => <Side outputs={row.outputsA} score={row.scoreA} better={better(row)} />,
      csv: (row) => row.outputsA.join(' | '),
    },
    {
      id: 'b',
      header: b,
      cell: (row) => <Side outputs={row.outputsB} score={row.scoreB} better={!better(row)} />,
      csv: (row) => row.outputsB.join(' | '),
    },
  ]
}

function Side({ outputs, score, better }: { outputs: string[]; score: number; better: boolean }) {
  return (
    <div className={classes.answer} data-right={better}>
      <Texts texts={outputs} />
      <span className={`quiet ${classes.scores}`}>{significant(score, 3)}</span>
    </div>
  )
}
