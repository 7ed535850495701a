import type { EChartsOption } from 'echarts'
import type { Curve } from '@/shared/api/types'
import { bandSeries } from '@/shared/charts/band'
import { chartFrame, safe } from '@/shared/charts/chartFrame'
import { measureText } from '@/shared/format/measure'
import { score } from '@/shared/format/number'
import { variantColour, type Scheme } from '@/shared/theme/variantColour'

const DASHES = ['solid', 'dashed', 'dotted'] as const

/** Learning curves with their seed bands; the trials of one variant share its colour and differ in their dash. */
export function curvesOption(curves: Curve[], scheme: Scheme, log: boolean): EChartsOption {
  const shown = curves.filter((curve) => curve.points.length > 0)
  const colours = shown.map((curve) => variantColour(curve.variant, scheme))
  const seen = new Map<string, number>()
  const bands = shown.flatMap((curve, index) => {
    const points = usable(curve, log)
    return points.some((point) => point.n > 1) ? [bandSeries(points, colours[index]!)] : []
  })
  const lines = shown.map((curve, index) => {
    const nth = seen.get(curve.variant) ?? 0
    seen.set(curve.variant, nth + 1)
    return {
      type: 'line' as const,
      name: curveName(curve),
      z: 2,
      color: colours[index],
      lineStyle: { width: 2, type: DASHES[nth % DASHES.length] },
      symbol: 'circle',
      symbolSize: 6,
      showSymbol: curve.points.length <= 12,
      data: usable(curve, log).map((point) => [point.step, point.mean]),
    }
  })
  const frame = chartFrame({ scheme, log, tooltip: (step) => tooltipOf(shown, colours, step) })
  return { ...frame, series: [...bands, ...lines] }
}

export function curveName(curve: Curve): string {
  return `${curve.variant} #${curve.trialNumber}`
}

/** A logarithmic axis knows no zero. */
function usable(curve: Curve, log: boolean) {
  return log ? curve.points.filter((point) => point.low > 0) : curve.points
}

function tooltipOf(curves: Curve[], colours: string[], step: number): string {
  const rows = curves.flatMap((curve, index) => {
    const point = curve.points.find((candidate) => candidate.step === step)
    if (point === undefined) return []
    const span = point.n > 1 ? ` <span style="opacity:.65">${score(point.low)}–${score(point.high)}, ${point.n} seeds</span>` : ''
    return [
      `<div><span style="display:inline-block;width:9px;height:9px;border-radius:3px;margin-right:6px;background:${colours[index]}"></span>` +
        `${safe(curveName(curve))} <b>${measureText({ mean: point.mean, low: null, high: null })}</b>${span}</div>`,
    ]
  })
  return `<div style="font-variant-numeric:tabular-nums"><div style="margin-bottom:4px">step ${step}</div>${rows.join('')}</div>`
}
