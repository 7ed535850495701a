import { getRouteApi, Link, Outlet } from '@tanstack/react-router'
import { useRun } from '@/features/runs/api/getRun'
import { RunNotices } from '@/features/runs/components/RunNotices'
import type { Run } from '@/shared/api/types'
import { count } from '@/shared/format/number'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { Awaited } from '@/shared/ui/Awaited'
import { PageHead } from '@/shared/ui/PageHead'
import { PageSkeleton } from '@/shared/ui/PageSkeleton'
import { StateBadge } from '@/shared/ui/StateBadge'
import { TabLinks } from '@/shared/ui/TabLinks'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { VariantName } from '@/shared/ui/VariantName'

const route = getRouteApi('/runs/$id')

/** What stands above every tab of a run. */
export function RunPage() {
  const { id } = route.useParams()
  const query = useRun(Number(id))
  const run = query.data
  usePageTitle(run ? `Run ${id}: ${run.variant} on ${run.dataset}` : `Run ${id}`)
  return (
    <Awaited query={query} skeleton={<PageSkeleton />}>
      {(run) => (
        <>
          <PageHead
            trail={<Trail run={run} />}
            title={
              <>
                <VariantName name={run.variant} /> <StateBadge state={run.state} />
              </>
            }
            about={
              <>
                {run.dataset}, seed {run.seed}
                {run.kind === 'AUDIT' && ', executed again for an audit'}
              </>
            }
            actions={<ExportButtons path={`/api/v1/runs/${run.id}`} />}
          />
          <RunNotices run={run} />
          <TabLinks
            label="Run"
            tabs={[
              { label: 'Curves', link: { to: '/runs/$id', params: { id } } },
              { label: 'Predictions', link: { to: '/runs/$id/predictions', params: { id } } },
              { label: 'Routing', link: { to: '/runs/$id/routing', params: { id } } },
              { label: 'Log', link: { to: '/runs/$id/log', params: { id } } },
              { label: 'Manifest', link: { to: '/runs/$id/manifest', params: { id } } },
              { label: 'Audits', link: { to: '/runs/$id/audits', params: { id } } },
              { label: 'Attempts', note: count(run.attempts.length), link: { to: '/runs/$id/provenance', params: { id } } },
            ]}
          />
          <Outlet />
        </>
      )}
    </Awaited>
  )
}

function Trail({ run }: { run: Run }) {
  return (
    <>
      <Link to="/sweeps">Sweeps</Link> /{' '}
      {run.sweepId !== null && (
        <>
          <Link to="/sweeps/$id" params={{ id: String(run.sweepId) }}>
            {run.sweepId}
          </Link>{' '}
          /{' '}
          <Link to="/sweeps/$id/runs" params={{ id: String(run.sweepId) }}>
            runs
          </Link>{' '}
          /{' '}
        </>
      )}
      {run.id}
    </>
  )
}
