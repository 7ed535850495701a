import type { EChartsOption } from 'echarts'
import { chartInk } from '@/shared/charts/chartFrame'
import { compact, percent, significant } from '@/shared/format/number'
import type { Scheme } from '@/shared/theme/variantColour'
import type { LayerLoad } from '../routing'

/** Loads from here on look the same: three times the even share. */
const MOST = 3

/** No token, the even share, twice and three times that: two hues that also people who see no red or green tell apart. */
const COLOURS: Record<Scheme, string[]> = {
  light: ['#c77f1a', '#f3f1ec', '#a39ede', '#453fa5'],
  dark: ['#e0a03f', '#2a2c33', '#6862b8', '#c3bfff'],
}

/** The load of each expert over the steps as a heat map, as a multiple of the even share. */
export function loadOption(load: LayerLoad, scheme: Scheme): EChartsOption {
  const ink = chartInk(scheme)
  const cells = load.values.flatMap((row, x) => row.map((share, y) => [x, y, share * load.experts]))
  const label = { color: ink.text, fontSize: 11 }
  return {
    animation: false,
    textStyle: { fontFamily: "'Plex Sans', system-ui, sans-serif", color: ink.text },
    grid: { left: 30, right: 12, top: 6, bottom: 74 },
    xAxis: {
      type: 'category',
      data: load.steps.map(String),
      name: 'step',
      nameLocation: 'middle',
      nameGap: 24,
      nameTextStyle: label,
      axisLine: { lineStyle: { color: ink.axis } },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true, formatter: (step: string) => compact(Number(step)) },
    },
    yAxis: {
      type: 'category',
      inverse: true,
      data: Array.from({ length: load.experts }, (_, expert) => String(expert)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...label, hideOverlap: true },
    },
    visualMap: {
      type: 'continuous',
      min: 0,
      max: MOST,
      orient: 'horizontal',
      left: 'center',
      bottom: 0,
      itemWidth: 10,
      itemHeight: 140,
      text: [`${MOST} times the even share`, 'no token'],
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
        const [x, expert, times] = cell.map(Number) as [number, number, number]
        return `step ${load.steps[x]}, expert ${expert}<br><b>${percent(times / load.experts)}</b> of the tokens, ${significant(times, 3)} times the even share`
      },
    },
    series: [{ type: 'heatmap', data: cells, itemStyle: { borderWidth: 0 }, emphasis: { itemStyle: { borderColor: ink.ink, borderWidth: 1 } } }],
  }
}
