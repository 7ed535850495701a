import { useMemo } from 'react'
import type { MetricArray } from '@/shared/api/types'
import { Chart } from '@/shared/charts/Chart'
import { counted } from '@/shared/format/number'
import { useScheme } from '@/shared/theme/useScheme'
import { Panel } from '@/shared/ui/Panel'
import { loads, perLayer, type LayerLoad } from '../routing'
import { layersOption } from './layersOption'
import { loadOption } from './loadOption'
import classes from './SeriesCharts.module.css'

/** Where the tokens of a run went: a heat map per sparse layer, and its routers' numbers. */
export function RoutingCharts({ arrays }: { arrays: MetricArray[] }) {
  return (
    <div className={classes.charts}>
      {loads(arrays).map((load) => (
        <LoadChart key={load.layer} load={load} />
      ))}
      {perLayer(arrays).map(({ array, title, note }) => (
        <LayersChart key={array.name} array={array} title={title} note={note} />
      ))}
    </div>
  )
}

function LoadChart({ load }: { load: LayerLoad }) {
  const scheme = useScheme()
  const option = useMemo(() => loadOption(load, scheme), [load, scheme])
  const note = `load of ${counted(load.experts, 'expert')}`
  return (
    <Panel title={`Sparse layer ${load.layer}`} note={note}>
      <Chart option={option} height={Math.min(460, 90 + Math.max(130, 16 * load.experts))} label={`Sparse layer ${load.layer}: ${note} by step`} />
    </Panel>
  )
}

function LayersChart({ array, title, note }: { array: MetricArray; title: string; note: string }) {
  const scheme = useScheme()
  const option = useMemo(() => layersOption(array, scheme), [array, scheme])
  return (
    <Panel title={title} note={note}>
      <Chart option={option} height={218} label={`${title} by step, one line per sparse layer`} />
    </Panel>
  )
}
