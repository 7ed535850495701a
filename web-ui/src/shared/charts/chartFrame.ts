import type { EChartsOption } from 'echarts'
import { compact, significant } from '@/shared/format/number'
import type { Scheme } from '@/shared/theme/variantColour'

const INK = {
  light: { text: '#6d6e78', line: '#e5e1d8', axis: '#cfc9bc', surface: '#ffffff', ink: '#1f2026' },
  dark: { text: '#9a9aa4', line: '#2e3038', axis: '#454853', surface: '#22242b', ink: '#e9e8e4' },
}

/** Colours of a chart's text and lines. */
export function chartInk(scheme: Scheme) {
  return INK[scheme]
}

export interface Frame {
  scheme: Scheme
  log: boolean
  /** Name of the x axis; steps unless told otherwise. */
  x?: string
  tooltip: (step: number) => string
}

/** Axes, grid and tooltip that all charts share. */
export function chartFrame({ scheme, log, x = 'step', tooltip }: Frame): EChartsOption {
  const ink = INK[scheme]
  return {
    // Live data redraws often; a curve that glides between two truths shows neither.
    animation: false,
    textStyle: { fontFamily: "'Plex Sans', system-ui, sans-serif", color: ink.text },
    grid: { left: 4, right: 18, top: 12, bottom: 24, containLabel: true },
    xAxis: {
      type: 'value',
      name: x,
      nameLocation: 'middle',
      nameGap: 26,
      nameTextStyle: { color: ink.text, fontSize: 11 },
      axisLine: { lineStyle: { color: ink.axis } },
      axisTick: { show: false },
      splitLine: { show: false },
      axisLabel: { color: ink.text, fontSize: 11, hideOverlap: true, formatter: (value: number) => compact(value) },
    },
    yAxis: {
      type: log ? 'log' : 'value',
      // Curves rarely span two decades; ticks at powers of two leave something to read.
      logBase: 2,
      scale: true,
      axisLabel: { color: ink.text, fontSize: 11, formatter: (value: number) => significant(value, 3) },
      splitLine: { lineStyle: { color: ink.line } },
      minorSplitLine: { show: false },
    },
    tooltip: {
      trigger: 'axis',
      confine: true,
      backgroundColor: ink.surface,
      borderColor: ink.axis,
      padding: [8, 12],
      textStyle: { color: ink.ink, fontSize: 12 },
      axisPointer: { type: 'line', lineStyle: { color: ink.axis } },
      formatter: (parts) => {
        const first = Array.isArray(parts) ? parts[0] : parts
        const value = first?.value
        return tooltip(Array.isArray(value) ? Number(value[0]) : Number.NaN)
      },
    },
  }
}

/** Text that goes into a tooltip's HTML. Names of variants come from strangers. */
export function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}
