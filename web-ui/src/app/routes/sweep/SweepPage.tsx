import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { useSweep } from '@/features/sweeps/api/getSweep'
import { SweepActions } from '@/features/sweeps/components/SweepActions'
import { count } from '@/shared/format/number'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { Awaited } from '@/shared/ui/Awaited'
import { PageHead } from '@/shared/ui/PageHead'
import { PageSkeleton } from '@/shared/ui/PageSkeleton'
import { StateBadge } from '@/shared/ui/StateBadge'
import { TabLinks } from '@/shared/ui/TabLinks'
import { usePageTitle } from '@/shared/ui/usePageTitle'

const route = getRouteApi('/sweeps/$id')

/** What stands above every tab of a sweep. */
export function SweepPage() {
  const { id } = route.useParams()
  const query = useSweep(Number(id))
  usePageTitle(query.data?.name ?? `Sweep ${id}`)
  return (
    <Awaited query={query} skeleton={<PageSkeleton />}>
      {(sweep) => (
        <>
          <PageHead
            trail={
              <>
                <Link to="/sweeps">Sweeps</Link> / {sweep.id}
              </>
            }
            title={
              <>
                {sweep.name} <StateBadge state={sweep.state} />
              </>
            }
            about={sweep.description}
            actions={
              <>
                <SweepActions sweep={sweep} />
                <ExportButtons path={`/api/v1/sweeps/${sweep.id}`} />
              </>
            }
          />
          <TabLinks
            label="Sweep"
            tabs={[
              { label: 'Overview', link: { to: '/sweeps/$id', params: { id } } },
              { label: 'Trials', note: count(sweep.trials), link: { to: '/sweeps/$id/trials', params: { id } } },
              { label: 'Runs', note: count(sweep.runs.total), link: { to: '/sweeps/$id/runs', params: { id } } },
              { label: 'Definition', link: { to: '/sweeps/$id/definition', params: { id } } },
            ]}
          />
          <Outlet />
        </>
      )}
    </Awaited>
  )
}
