import type { EChartsOption } from 'echarts'
import { chartInk } from '@/shared/charts/chartFrame'
import { significant } from '@/shared/format/number'
import type { Scheme } from '@/shared/theme/variantColour'
import type { SimilarityTable } from '../similarity'

/** -1, 0 and 1: two hues that also people who see no red or green tell apart. */
const COLOURS: Record<Scheme, string[]> = {
  light: ['#c77f1a', '#f3f1ec', '#453fa5'],
  dark: ['#e0a03f', '#2a2c33', '#c3bfff'],
}

/** A table of similarities as a heat map, on the one scale from -1 to 1. */
export function similarityOption(table: SimilarityTable, scheme: Scheme): EChartsOption {
  const ink = chartInk(scheme)
  const label = { color: ink.text, fontSize: 11 }
  const columns = Math.max(0, ...table.values.map((row) => row?.length ?? 0))
  const cells = table.values.flatMap((row, y) => (row ?? []).map((value, x) => [x, y, value]))
  const axis = { type: 'category' as const, axisLine: { show: false }, axisTick: { show: false }, axisLabel: { ...label, hideOverlap: true } }
  return {
    animation: false,
    textStyle: { fontFamily: "'Plex Sans', system-ui, sans-serif", color: ink.text },
    grid: { left: 30, right: 12, top: 22, bottom: 44 },
    xAxis: { ...axis, position: 'top', data: Array.from({ length: columns }, (_, expert) => String(expert)) },
    yAxis: { ...axis, inverse: true, data: table.rows },
    visualMap: {
      type: 'continuous',
      min: -1,
      max: 1,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemWidth: 10,
      itemHeight: 140,
      text: ['1', '-1'],
      textStyle: label,
      inRange: { color: COLOURS[scheme] },
    },
    tooltip: {
      confine: true,
      backgroundColor: ink.surface,
      borderColor: ink.axis,
      padding: [8, 12],
      textStyle: { color: ink.ink, fontSize: 12 },
      formatter: (part) => {
        const cell = Array.isArray(part) ? undefined : part.value
        if (!Array.isArray(cell)) return ''
        const [column, row, value] = cell.map(Number) as [number, number, number]
        return `row ${table.rows[row]}, expert ${column}<br><b>${significant(value, 3)}</b>`
      },
    },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderWidth: 0 }, emphasis: { itemStyle: { borderColor: ink.ink, borderWidth: 1 } } }],
  }
}
