import { getRouteApi } from '@tanstack/react-router'
import { RUNS_PER_PAGE, useRuns } from '@/features/sweeps/api/getRuns'
import { runColumns } from '@/features/sweeps/components/runColumns'
import { RUN_STATES, type SweepRunsSearch } from '@/features/sweeps/sweepSearch'
import { pathOf } from '@/shared/api/curl'
import { ColumnMenu } from '@/shared/table/ColumnMenu'
import { csvOf } from '@/shared/table/csv'
import { DataTable } from '@/shared/table/DataTable'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { FilterSelect } from '@/shared/table/FilterSelect'
import { Pager } from '@/shared/table/Pager'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Awaited } from '@/shared/ui/Awaited'
import { Panel } from '@/shared/ui/Panel'
import { FIRST_PAGE } from '@/shared/url/page'
import { useShownSweep } from './useShownSweep'

const route = getRouteApi('/sweeps/$id/runs')
const HIDDEN = ['trial', 'metric']

export function SweepRuns() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sweep = useShownSweep(id)
  const query = { state: search.state, dataset: search.dataset, variant: search.variant, cursor: search.cursor }
  const runs = useRuns(sweep.id, query)
  const hidden = search.hide ?? HIDDEN
  const change = (part: Partial<SweepRunsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...part }), resetScroll: false })
  return (
    <Panel
      title="Runs"
      flush
      aside={
        <>
          <FilterSelect
            label="State"
            any="Any state"
            value={search.state}
            choices={RUN_STATES}
            word={(state) => (state === 'LEASED' ? 'running' : state.toLowerCase())}
            onChange={(state) => change({ state })}
          />
          <FilterSelect label="Dataset" any="Any dataset" value={search.dataset} choices={sweep.datasets} onChange={(dataset) => change({ dataset })} />
          <FilterSelect label="Variant" any="Any variant" value={search.variant} choices={sweep.variants} onChange={(variant) => change({ variant })} />
          <ColumnMenu
            columns={runColumns}
            hidden={hidden}
            onChange={(hide) => void navigate({ search: (before) => ({ ...before, hide: hide.length > 0 ? hide : ['none'] }), replace: true })}
          />
          <ExportButtons
            path={pathOf(`/api/v1/sweeps/${sweep.id}/runs`, { ...query, limit: RUNS_PER_PAGE })}
            csv={{ name: `sweep-${sweep.id}-runs.csv`, text: () => csvOf(runColumns, runs.data?.items ?? []) }}
          />
        </>
      }
    >
      <Awaited query={runs} skeleton={<TableSkeleton label="runs" />}>
        {(data) => (
          <>
            <DataTable
              label="Runs"
              rows={data.items}
              columns={runColumns}
              hidden={hidden}
              rowKey={(run) => run.id}
              viewKey={JSON.stringify(query)}
              fetching={runs.isFetching}
            />
            <Pager
              search={search}
              limit={RUNS_PER_PAGE}
              shown={data.items.length}
              total={data.total}
              next={data.next}
              onTurn={(page) => void navigate({ search: (before) => ({ ...before, ...page }) })}
            />
          </>
        )}
      </Awaited>
    </Panel>
  )
}
