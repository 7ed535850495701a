import type { EChartsOption } from 'echarts'
import type { MetricArray } from '@/shared/api/types'
import { chartFrame } from '@/shared/charts/chartFrame'
import { significant } from '@/shared/format/number'
import type { Scheme } from '@/shared/theme/variantColour'

/** With more lines than that their labels would lie on each other. */
const MOST_LABELS = 8

/** From the first layer to the last, one hue. */
const FIRST: Record<Scheme, [number, number]> = { light: [70, 30], dark: [55, 85] }

function colour(layer: number, layers: number, scheme: Scheme): string {
  const [from, to] = FIRST[scheme]
  const lightness = layers === 1 ? to : from + ((to - from) * layer) / (layers - 1)
  return `hsl(244 55% ${Math.round(lightness)}%)`
}

/** A metric with one number per sparse layer: a line for each. */
export function layersOption(array: MetricArray, scheme: Scheme): EChartsOption {
  const layers = array.values[0]?.length ?? 0
  const rows = new Map(array.steps.map((step, row) => [step, array.values[row] ?? []]))
  const frame = chartFrame({
    scheme,
    log: false,
    tooltip: (step) =>
      [`step ${step}`, ...(rows.get(step) ?? []).map((value, layer) => `layer ${layer + 1} <b>${significant(value, 4)}</b>`)].join('<br>'),
  })
  return {
    ...frame,
    series: Array.from({ length: layers }, (_, layer) => ({
      type: 'line' as const,
      name: `layer ${layer + 1}`,
      color: colour(layer, layers, scheme),
      lineStyle: { width: 1.8 },
      endLabel: { show: layers > 1 && layers <= MOST_LABELS, formatter: String(layer + 1), color: 'inherit', fontSize: 11, distance: 4 },
      symbolSize: 5,
      showSymbol: array.steps.length <= 12,
      data: array.steps.map((step, row) => [step, array.values[row]?.[layer] ?? null]),
    })),
  }
}
