import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { SWEEPS_PER_PAGE, useSweeps } from '@/features/sweeps/api/getSweeps'
import { NoSweeps } from '@/features/sweeps/components/NoSweeps'
import { sweepColumns } from '@/features/sweeps/components/sweepColumns'
import { SweepFilters } from '@/features/sweeps/components/SweepFilters'
import { SweepsTable } from '@/features/sweeps/components/SweepsTable'
import { NEWEST_FIRST, type SweepsSearch } from '@/features/sweeps/sweepsSearch'
import { pathOf } from '@/shared/api/curl'
import { csvOf } from '@/shared/table/csv'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { Pager } from '@/shared/table/Pager'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { EmptyState } from '@/shared/ui/EmptyState'
import { ErrorState } from '@/shared/ui/ErrorState'
import { PlusIcon } from '@/shared/ui/icons'
import { PageHead } from '@/shared/ui/PageHead'
import { Panel } from '@/shared/ui/Panel'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { FIRST_PAGE } from '@/shared/url/page'
import { LinkButton } from '@/shared/ui/LinkButton'

const route = getRouteApi('/sweeps')

export function SweepsPage() {
  usePageTitle('Sweeps')
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = { state: search.state, team: search.team, q: search.q, sort: search.sort ?? NEWEST_FIRST, cursor: search.cursor }
  const { data, error, isFetching, refetch } = useSweeps(query)

  const change = (part: Partial<SweepsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...part }), replace: part.q !== undefined })
  const filtered = search.state !== undefined || search.q !== undefined || search.team !== undefined
  const nothing = data !== undefined && data.items.length === 0

  return (
    <>
      <PageHead
        title="Sweeps"
        about="Variants compared on the same datasets, with the same seeds and the same budget."
        actions={
          <LinkButton to="/sweeps/new" size="sm" leftSection={<PlusIcon />}>
            New sweep
          </LinkButton>
        }
      />
      {nothing && !filtered ? (
        <NoSweeps />
      ) : (
        <Panel
          title="All sweeps"
          flush
          aside={
            <>
              <SweepFilters search={search} onChange={change} />
              <ExportButtons
                path={pathOf('/api/v1/sweeps', { ...query, limit: SWEEPS_PER_PAGE })}
                csv={{ name: 'sweeps.csv', text: () => csvOf(sweepColumns, data?.items ?? []) }}
              />
            </>
          }
        >
          {error !== null && data === undefined ? (
            <div style={{ padding: 16 }}>
              <ErrorState error={error} retry={() => void refetch()} />
            </div>
          ) : data === undefined ? (
            <TableSkeleton label="sweeps" />
          ) : nothing ? (
            <div style={{ padding: 16 }}>
              <EmptyState title="No sweep matches">
                <Button size="xs" variant="default" mt="sm" onClick={() => void navigate({ search: {} })}>
                  Show every sweep
                </Button>
              </EmptyState>
            </div>
          ) : (
            <>
              <SweepsTable
                sweeps={data.items}
                viewKey={JSON.stringify(query)}
                fetching={isFetching}
                sorting={{ value: query.sort, onChange: (sort) => change({ sort }) }}
              />
              <Pager
                search={search}
                limit={SWEEPS_PER_PAGE}
                shown={data.items.length}
                total={data.total}
                next={data.next}
                onTurn={(page) => void navigate({ search: (before) => ({ ...before, ...page }) })}
              />
            </>
          )}
        </Panel>
      )}
    </>
  )
}
