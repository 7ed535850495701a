import { Checkbox, Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRunMetrics } from '@/features/runs/api/getRunMetrics'
import { CutOffFacts } from '@/features/runs/components/CutOffFacts'
import { RunFacts } from '@/features/runs/components/RunFacts'
import { SeriesCharts } from '@/features/runs/components/SeriesCharts'
import { isFact } from '@/features/runs/cutOff'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import stack from '@/shared/ui/Stack.module.css'
import { useShownRun } from './useShownRun'

const route = getRouteApi('/runs/$id/')

export function RunCurves() {
  const { id } = route.useParams()
  const { log } = route.useSearch()
  const navigate = route.useNavigate()
  const run = useShownRun(id)
  const metrics = useRunMetrics(run.id)
  return (
    <div className={stack.stack}>
      <RunFacts run={run} />
      <Awaited query={metrics} skeleton={<Skeleton height={300} radius={10} />}>
        {({ series }) =>
          series.length === 0 ? (
            <EmptyState title="No point yet">
              <p>Training reports every ten steps; the first points appear by themselves.</p>
            </EmptyState>
          ) : (
            <>
              <CutOffFacts series={series} />
              <Checkbox
                size="xs"
                label="logarithmic axes"
                checked={log === true}
                onChange={(event) => {
                  const on = event.currentTarget.checked ? (true as const) : undefined
                  void navigate({ search: (before) => ({ ...before, log: on }), replace: true, resetScroll: false })
                }}
              />
              <SeriesCharts series={series.filter((one) => !isFact(one.name))} variant={run.variant} log={log === true} />
            </>
          )
        }
      </Awaited>
    </div>
  )
}
