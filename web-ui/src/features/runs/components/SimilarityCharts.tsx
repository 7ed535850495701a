import { useMemo } from 'react'
import type { MetricArray } from '@/shared/api/types'
import { Chart } from '@/shared/charts/Chart'
import { useScheme } from '@/shared/theme/useScheme'
import { Panel } from '@/shared/ui/Panel'
import { similarityTables, type SimilarityTable } from '../similarity'
import classes from './SeriesCharts.module.css'
import { similarityOption } from './similarityOption'

/** How alike experts and H are, the HyperExpert or adapter beside them: three heat maps per sparse layer. */
export function SimilarityCharts({ arrays }: { arrays: MetricArray[] }) {
  return (
    <div className={classes.charts}>
      {similarityTables(arrays).map((table) => (
        <SimilarityChart key={table.title} table={table} />
      ))}
    </div>
  )
}

function SimilarityChart({ table }: { table: SimilarityTable }) {
  const scheme = useScheme()
  const option = useMemo(() => similarityOption(table, scheme), [table, scheme])
  return (
    <Panel title={table.title} note={table.note}>
      <Chart option={option} height={Math.min(460, 90 + 22 * table.rows.length)} label={`${table.title}: ${table.note}`} />
    </Panel>
  )
}
