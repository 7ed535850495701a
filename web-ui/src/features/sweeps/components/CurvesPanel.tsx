import { Checkbox, NativeSelect, Skeleton } from '@mantine/core'
import { useMemo } from 'react'
import type { Curve, Sweep } from '@/shared/api/types'
import { Chart } from '@/shared/charts/Chart'
import { useScheme } from '@/shared/theme/useScheme'
import { Awaited } from '@/shared/ui/Awaited'
import { Panel } from '@/shared/ui/Panel'
import { useCurves } from '../api/getCurves'
import type { OverviewSearch } from '../sweepSearch'
import { curvesOption } from './curvesOption'
import { VariantToggles } from './VariantToggles'

interface Props {
  sweep: Sweep
  search: OverviewSearch
  onChange: (part: Partial<OverviewSearch>) => void
}

const HEIGHT = 340

/** Learning curves by variant with the band that the seeds span. */
export function CurvesPanel({ sweep, search, onChange }: Props) {
  // A score is no curve: it is made of several metrics at the end.
  const curve = sweep.objective.metric === 'score' ? 'loss' : sweep.objective.metric
  const metric = search.metric ?? `evaluation/${curve}`
  const dataset = search.dataset ?? sweep.datasets[0]
  const curves = useCurves(sweep.id, { metric, dataset })
  const metrics = [...new Set([metric, ...(curves.data?.metrics ?? [])])].sort()
  return (
    <Panel
      title="Learning curves"
      note="mean over seeds; the band is their least and greatest"
      aside={
        <>
          <NativeSelect
            size="xs"
            aria-label="Dataset"
            value={dataset}
            data={sweep.datasets}
            onChange={(event) => onChange({ dataset: event.currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            aria-label="Metric"
            value={metric}
            data={metrics}
            onChange={(event) => onChange({ metric: event.currentTarget.value })}
          />
          <Checkbox
            size="xs"
            label="log axis"
            checked={search.log === true}
            onChange={(event) => onChange({ log: event.currentTarget.checked ? true : undefined })}
          />
          {sweep.trials > sweep.variants.length && (
            <Checkbox
              size="xs"
              label="all trials"
              checked={search.curves === 'all'}
              onChange={(event) => onChange({ curves: event.currentTarget.checked ? 'all' : undefined })}
            />
          )}
        </>
      }
    >
      <VariantToggles variants={sweep.variants} off={search.off ?? []} onChange={(off) => onChange({ off })} />
      <Awaited query={curves} skeleton={<Skeleton height={HEIGHT} />}>
        {(data) => <Curves curves={data.curves} sweep={sweep} search={search} metric={metric} />}
      </Awaited>
    </Panel>
  )
}

function Curves({ curves, sweep, search, metric }: { curves: Curve[]; sweep: Sweep; search: OverviewSearch; metric: string }) {
  const scheme = useScheme()
  const log = search.log === true
  const shown = useMemo(() => {
    const on = curves.filter((curve) => curve.points.length > 0 && !(search.off ?? []).includes(curve.variant))
    return search.curves === 'all' ? on : leaders(on, sweep.best?.trialId, isLowerBetter(metric, sweep))
  }, [curves, search.off, search.curves, metric, sweep])
  const option = useMemo(() => curvesOption(shown, scheme, log), [shown, scheme, log])
  if (shown.length === 0) {
    return (
      <p className="quiet" style={{ minHeight: HEIGHT - 40, margin: 0 }}>
        No point of {metric} yet. The first evaluation of the first run draws the first one.
      </p>
    )
  }
  return (
    <Chart option={option} height={HEIGHT} label={`${metric} by step: ${shown.map((curve) => `${curve.variant} #${curve.trialNumber}`).join(', ')}`} />
  )
}

/** One curve per variant: the sweep's best trial, else the one that is best at its end. */
function leaders(curves: Curve[], best: number | undefined, lower: boolean): Curve[] {
  const lead = new Map<string, Curve>()
  for (const curve of curves) {
    const other = lead.get(curve.variant)
    if (other === undefined || curve.trialId === best || (other.trialId !== best && end(curve, lower) > end(other, lower))) {
      lead.set(curve.variant, curve)
    }
  }
  return [...lead.values()]
}

function isLowerBetter(metric: string, sweep: Sweep): boolean {
  return metric === `evaluation/${sweep.objective.metric}` ? sweep.objective.goal === 'minimize' : /loss|perplexity|bits/.test(metric)
}

/** Greater is better. */
function end(curve: Curve, lower: boolean): number {
  const value = curve.points.at(-1)?.mean
  return value === undefined ? Number.NEGATIVE_INFINITY : lower ? -value : value
}
