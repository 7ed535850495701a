import { useMemo } from 'react'
import type { Series } from '@/shared/api/types'
import { Chart } from '@/shared/charts/Chart'
import { count } from '@/shared/format/number'
import { useScheme } from '@/shared/theme/useScheme'
import { Panel } from '@/shared/ui/Panel'
import { seriesOption } from './seriesOption'
import classes from './SeriesCharts.module.css'

interface Props {
  series: Series[]
  variant: string
  log: boolean
}

/** A chart for each curve, those of the evaluation first. */
export function SeriesCharts({ series, variant, log }: Props) {
  const ordered = series.filter((one) => one.points.length > 0).sort((one, other) => one.name.localeCompare(other.name))
  return (
    <div className={classes.charts}>
      {ordered.map((each) => (
        <SeriesChart key={each.name} series={each} variant={variant} log={log} />
      ))}
    </div>
  )
}

function SeriesChart({ series, variant, log }: { series: Series; variant: string; log: boolean }) {
  const scheme = useScheme()
  const option = useMemo(() => seriesOption(series, variant, scheme, log), [series, variant, scheme, log])
  const note = series.sampled
    ? `${count(series.points.length)} of ${count(series.total)} points, extremes kept`
    : `${count(series.total)} ${series.total === 1 ? 'point' : 'points'}`
  return (
    <Panel title={series.name} note={note}>
      <Chart option={option} height={210} label={`${series.name} by step, ${note}`} />
    </Panel>
  )
}
