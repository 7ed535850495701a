import { Skeleton } from '@mantine/core'
import type { EChartsOption } from 'echarts'
import type { EChartsType } from 'echarts/core'
import { useEffect, useRef, useState } from 'react'

interface Props {
  option: EChartsOption
  height: number
  /** What a reader who does not see the chart should know. */
  label: string
  /** Told the name of the point that is clicked. */
  onPick?: (name: string) => void
}

/** A chart. Its library is a chunk of its own, fetched by the first chart that is shown. */
export function Chart({ option, height, label, onPick }: Props) {
  const box = useRef<HTMLDivElement>(null)
  const [chart, setChart] = useState<EChartsType | null>(null)
  const [failed, setFailed] = useState(false)

  useEffect(() => {
    let mounted = true
    let made: EChartsType | null = null
    let observer: ResizeObserver | null = null
    import('./echarts').then(
      ({ init }) => {
        if (!mounted || box.current === null) return
        made = init(box.current, null, { renderer: 'svg' })
        observer = new ResizeObserver(() => made?.resize())
        observer.observe(box.current)
        setChart(made)
      },
      () => mounted && setFailed(true),
    )
    return () => {
      mounted = false
      observer?.disconnect()
      made?.dispose()
      setChart(null)
    }
  }, [])

  useEffect(() => {
    chart?.setOption(option, { notMerge: true })
  }, [chart, option])

  useEffect(() => {
    if (chart === null || onPick === undefined) return
    const pick = (event: { name: string }) => event.name !== '' && onPick(event.name)
    chart.on('click', pick)
    return () => void chart.off('click', pick)
  }, [chart, onPick])

  return (
    <figure style={{ margin: 0, position: 'relative' }} role="img" aria-label={label}>
      {chart === null && !failed && <Skeleton height={height} style={{ position: 'absolute', inset: 0 }} />}
      {failed && <p className="quiet">The chart&apos;s code could not be fetched; reloading the page tries again.</p>}
      <div ref={box} style={{ height }} />
    </figure>
  )
}
