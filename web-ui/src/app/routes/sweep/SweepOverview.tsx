import { getRouteApi } from '@tanstack/react-router'
import { BestTrials } from '@/features/sweeps/components/BestTrials'
import { CurvesPanel } from '@/features/sweeps/components/CurvesPanel'
import { HealthPanel } from '@/features/sweeps/components/HealthPanel'
import { SweepFacts } from '@/features/sweeps/components/SweepFacts'
import stack from '@/shared/ui/Stack.module.css'
import { useShownSweep } from './useShownSweep'

const route = getRouteApi('/sweeps/$id/')

export function SweepOverview() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sweep = useShownSweep(id)
  return (
    <div className={stack.stack}>
      <SweepFacts sweep={sweep} />
      <HealthPanel sweep={sweep} />
      <BestTrials sweep={sweep} />
      <CurvesPanel
        sweep={sweep}
        search={search}
        onChange={(part) => void navigate({ search: (before) => ({ ...before, ...part }), replace: true, resetScroll: false })}
      />
    </div>
  )
}
