import { getRouteApi } from '@tanstack/react-router'
import { useCallback } from 'react'
import { BestTrials } from '@/features/sweeps/components/BestTrials'
import { CurvesPanel } from '@/features/sweeps/components/CurvesPanel'
import { HealthPanel } from '@/features/sweeps/components/HealthPanel'
import { ParetoPanel } from '@/features/sweeps/components/ParetoPanel'
import { RungsPanel } from '@/features/sweeps/components/RungsPanel'
import { SweepFacts } from '@/features/sweeps/components/SweepFacts'
import type { OverviewSearch } from '@/features/sweeps/sweepSearch'
import stack from '@/shared/ui/Stack.module.css'
import { useShownSweep } from './useShownSweep'

const route = getRouteApi('/sweeps/$id/')

export function SweepOverview() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sweep = useShownSweep(id)
  const change = (part: Partial<OverviewSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false })
  const showTrial = useCallback(
    (number: string) => void navigate({ to: '/sweeps/$id/trials', params: { id }, search: { number } }),
    [navigate, id],
  )
  return (
    <div className={stack.stack}>
      <SweepFacts sweep={sweep} />
      <RungsPanel sweep={sweep} />
      <HealthPanel sweep={sweep} />
      {sweep.front === null ? (
        <BestTrials sweep={sweep} />
      ) : (
        <ParetoPanel sweep={sweep} front={sweep.front} search={search} onChange={change} onTrial={showTrial} />
      )}
      <CurvesPanel
        sweep={sweep}
        search={search}
        onChange={change}
      />
    </div>
  )
}
