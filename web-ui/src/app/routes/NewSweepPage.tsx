import { Skeleton } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useSource } from '@/features/plans/api/getSource'
import { Workbench } from '@/features/plans/components/Workbench'
import { readDraft } from '@/features/plans/draft'
import { templates } from '@/features/plans/templates'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PageHead } from '@/shared/ui/PageHead'
import { usePageTitle } from '@/shared/ui/usePageTitle'

const route = getRouteApi('/sweeps/new')

export function NewSweepPage() {
  const { from } = route.useSearch()
  usePageTitle(from === undefined ? 'New sweep' : `Clone of sweep ${from}`)
  return (
    <>
      <PageHead
        trail={<Link to="/sweeps">Sweeps</Link>}
        title={from === undefined ? 'New sweep' : `Clone of sweep ${from}`}
        about="The plan beside the definition says what it would do. Nothing is queued before you submit."
      />
      <Begin key={from ?? 'new'} from={from} />
    </>
  )
}

/** A draft comes before the cloned sweep's text, and that before the first of the sweeps that ship. */
function Begin({ from }: { from: number | undefined }) {
  const navigate = route.useNavigate()
  const draft = readDraft(from)
  const source = useSource(draft === null ? from : undefined)
  const initial = draft ?? (from === undefined ? (templates[0]?.source ?? '') : source.data)
  if (initial === undefined) {
    return source.error === null ? (
      <Skeleton height={440} radius={10} />
    ) : (
      <ErrorState error={source.error} retry={() => void source.refetch()} />
    )
  }
  return (
    <Workbench initial={initial} from={from} onCreated={(id) => void navigate({ to: '/sweeps/$id', params: { id: String(id) } })} />
  )
}
