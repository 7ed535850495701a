import type { EChartsOption } from 'echarts'
import type { Series } from '@/shared/api/types'
import { chartFrame, safe } from '@/shared/charts/chartFrame'
import { significant } from '@/shared/format/number'
import { variantColour, type Scheme } from '@/shared/theme/variantColour'

/** One curve of one run, in its variant's colour. */
export function seriesOption(series: Series, variant: string, scheme: Scheme, log: boolean): EChartsOption {
  const points = log ? series.points.filter((point) => (point[1] ?? 0) > 0) : series.points
  const values = new Map(points.map((point) => [point[0], point[1]]))
  const frame = chartFrame({
    scheme,
    log,
    tooltip: (step) => `step ${step}<br>${safe(series.name)} <b>${significant(values.get(step), 5)}</b>`,
  })
  return {
    ...frame,
    series: [
      {
        type: 'line',
        name: series.name,
        color: variantColour(variant, scheme),
        lineStyle: { width: 1.8 },
        symbolSize: 5,
        showSymbol: points.length <= 12,
        data: points,
      },
    ],
  }
}
