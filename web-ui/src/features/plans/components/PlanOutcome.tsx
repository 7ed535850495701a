import { Skeleton } from '@mantine/core'
import type { UseQueryResult } from '@tanstack/react-query'
import { asProblem } from '@/shared/api/problem'
import type { Plan, ProblemPlace } from '@/shared/api/types'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PlanView } from './PlanView'
import { ProblemPlaces } from './ProblemPlaces'

interface Props {
  source: string
  plan: UseQueryResult<Plan>
  old: boolean
  onGo: (place: ProblemPlace) => void
}

/** The plan, or what must be mended before there is one. */
export function PlanOutcome({ source, plan, old, onGo }: Props) {
  if (source.trim() === '') return <p className="quiet">Write a definition, or begin with one that ships.</p>
  if (plan.error !== null) {
    const problem = asProblem(plan.error)
    if (problem.places.length > 0) return <ProblemPlaces places={problem.places} onGo={onGo} />
    return <ErrorState error={problem} retry={() => void plan.refetch()} />
  }
  if (plan.data !== undefined) return <PlanView plan={plan.data} old={old} />
  return (
    <div role="status" aria-label="Planning">
      <Skeleton height={26} width="60%" mb={14} />
      <Skeleton height={12} width="90%" mb={8} />
      <Skeleton height={12} width="70%" />
    </div>
  )
}
