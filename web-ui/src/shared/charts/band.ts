import type { CustomSeriesOption } from 'echarts'

export interface BandPoint {
  step: number
  low: number
  high: number
}

/** The area between low and high as one polygon, which a logarithmic axis bends rightly. */
export function bandSeries(points: BandPoint[], colour: string): CustomSeriesOption {
  return {
    type: 'custom',
    silent: true,
    z: 1,
    clip: true,
    dimensions: ['step', 'low', 'high'],
    encode: { x: 'step', y: ['low', 'high'] },
    tooltip: { show: false },
    data: points.map(({ step, low, high }) => [step, low, high]),
    renderItem: (params, api) => {
      if (params.dataIndex !== 0) return null
      const upper = points.map(({ step, high }) => api.coord([step, high]))
      const lower = points.map(({ step, low }) => api.coord([step, low])).reverse()
      return { type: 'polygon', shape: { points: [...upper, ...lower] }, style: { fill: colour, opacity: 0.16 } }
    },
  }
}
