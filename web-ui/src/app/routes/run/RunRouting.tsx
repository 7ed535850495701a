import { Skeleton } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useRunArrays } from '@/features/runs/api/getRunArrays'
import { RoutingCharts } from '@/features/runs/components/RoutingCharts'
import { SimilarityCharts } from '@/features/runs/components/SimilarityCharts'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import stack from '@/shared/ui/Stack.module.css'
import { useShownRun } from './useShownRun'

const route = getRouteApi('/runs/$id/routing')

export function RunRouting() {
  const run = useShownRun(route.useParams().id)
  const query = useRunArrays(run.id)
  const every = run.specification.settings?.['routing_every']
  return (
    <Awaited query={query} skeleton={<Skeleton height={300} radius={10} />}>
      {({ arrays }) => 
        arrays.length > 0 ? (
          <div className={stack.stack}>
            <RoutingCharts arrays={arrays} />
            <SimilarityCharts arrays={arrays} />
          </div>
        ) : (
          <NoRouting every={typeof every === 'number' ? every : undefined} />
        )
      }
    </Awaited>
  )
}

function NoRouting({ every }: { every?: number }) {
  if (every === undefined) {
    return (
      <EmptyState title="No experts, no routing">
        <p>A dense model sends every token through the same network. Runs of variants with experts show here where their tokens went.</p>
      </EmptyState>
    )
  }
  return (
    <EmptyState title="No routing statistics">
      <p>
        {every === 0
          ? 'This run was told to report none: its setting routing_every is 0.'
          : `Routers report every ${every} steps; the first report appears by itself.`}
      </p>
    </EmptyState>
  )
}
