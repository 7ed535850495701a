import type { EChartsOption } from 'echarts'
import type { Outcome } from '@/shared/api/types'
import { chartFrame, chartInk, safe } from '@/shared/charts/chartFrame'
import { setting } from '@/shared/format/number'
import { variantColour, type Scheme } from '@/shared/theme/variantColour'
import { frontOnAxes, objectiveName, objectiveText, type Axis } from '../objectives'

interface Shown {
  outcomes: Outcome[]
  x: Axis
  y: Axis
  scheme: Scheme
}

/** All trials by two of their objectives, those that others beat faded, and the line up to which the search has come. */
export function paretoOption({ outcomes, x, y, scheme }: Shown): EChartsOption {
  const ink = chartInk(scheme)
  const byNumber = new Map(outcomes.map((outcome) => [String(outcome.number), outcome]))
  const frame = chartFrame({ scheme, log: false, x: axisName(x), tooltip: () => '' })
  const label = (axis: Axis) => ({ color: ink.text, fontSize: 11, hideOverlap: true, formatter: (value: number) => objectiveText(axis.objective, value) })
  return {
    ...frame,
    grid: { left: 8, right: 24, top: 34, bottom: 28, containLabel: true },
    xAxis: { ...frame.xAxis, scale: true, axisLabel: label(x) },
    yAxis: { ...frame.yAxis, name: axisName(y), nameTextStyle: { color: ink.text, fontSize: 11, align: 'left' }, axisLabel: label(y) },
    tooltip: {
      ...frame.tooltip,
      trigger: 'item',
      formatter: (part: unknown) => tooltipOf(byNumber.get((part as { name: string }).name), x, y),
    },
    series: [
      {
        type: 'line',
        // What costs less is within reach from its own cost on; what is worth more, up to its own worth.
        step: x.objective.goal === 'minimize' ? 'end' : 'start',
        silent: true,
        symbol: 'none',
        z: 1,
        lineStyle: { color: ink.text, width: 1.5 },
        data: frontOnAxes(outcomes, x, y).map((outcome) => place(outcome, x, y)),
      },
      points(outcomes.filter((outcome) => !outcome.front), { x, y, scheme }, { size: 7, opacity: 0.4 }),
      points(outcomes.filter((outcome) => outcome.front), { x, y, scheme }, { size: 11, opacity: 1 }),
    ],
  } as EChartsOption
}

function points(outcomes: Outcome[], { x, y, scheme }: Omit<Shown, 'outcomes'>, { size, opacity }: { size: number; opacity: number }) {
  return {
    type: 'scatter',
    symbolSize: size,
    z: 2,
    cursor: 'pointer',
    data: outcomes.map((outcome) => ({
      name: String(outcome.number),
      value: place(outcome, x, y),
      itemStyle: { color: variantColour(outcome.variant, scheme), opacity },
    })),
  }
}

function place(outcome: Outcome, x: Axis, y: Axis): number[] {
  return [outcome.values[x.index]!, outcome.values[y.index]!]
}

function axisName({ objective }: Axis): string {
  return `${objectiveName(objective)} (${objective.goal === 'maximize' ? 'more' : 'less'} is better)`
}

function tooltipOf(outcome: Outcome | undefined, x: Axis, y: Axis): string {
  if (outcome === undefined) return ''
  const values = [y, x].map((axis) => `<div>${objectiveName(axis.objective)} <b>${objectiveText(axis.objective, outcome.values[axis.index])}</b></div>`)
  const settings = Object.entries(outcome.parameters).map(([name, value]) => `<div style="opacity:.75">${safe(name)} ${safe(setting(value))}</div>`)
  const title = `${safe(outcome.variant)} #${outcome.number}${outcome.front ? ', on the front' : ''}`
  return `<div style="font-variant-numeric:tabular-nums"><div style="margin-bottom:4px">${title}</div>${values.join('')}${settings.join('')}</div>`
}
