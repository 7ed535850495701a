import { Button } from '@mantine/core'
import { getRouteApi } from '@tanstack/react-router'
import { useMemo } from 'react'
import { bestFirst, TRIALS_PER_PAGE, useTrials } from '@/features/sweeps/api/getTrials'
import { trialColumns } from '@/features/sweeps/components/trialColumns'
import { TRIAL_STATES, type TrialsSearch } from '@/features/sweeps/sweepSearch'
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

const route = getRouteApi('/sweeps/$id/trials')

export function SweepTrials() {
  const { id } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const sweep = useShownSweep(id)
  const sort = search.sort ?? bestFirst(sweep)
  const query = { variant: search.variant, state: search.state, number: search.number, sort, cursor: search.cursor }
  const trials = useTrials(sweep.id, query)
  const columns = useMemo(() => trialColumns(sweep, trials.data?.items ?? []), [sweep, trials.data])
  const hidden = search.hide ?? []
  const change = (part: Partial<TrialsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...part }), resetScroll: false })
  return (
    <Panel
      title="Trials"
      flush
      aside={
        <>
          {search.number !== undefined && (
            <Button size="xs" variant="default" onClick={() => change({ number: undefined })}>
              Trial {search.number} only: show all
            </Button>
          )}
          <FilterSelect label="Variant" any="Any variant" value={search.variant} choices={sweep.variants} onChange={(variant) => change({ variant })} />
          <FilterSelect
            label="State"
            any="Any state"
            value={search.state}
            choices={TRIAL_STATES}
            word={(state) => state.toLowerCase()}
            onChange={(state) => change({ state })}
          />
          <ColumnMenu
            columns={columns}
            hidden={hidden}
            onChange={(hide) => void navigate({ search: (before) => ({ ...before, hide: hide.length > 0 ? hide : undefined }), replace: true })}
          />
          <ExportButtons
            path={pathOf(`/api/v1/sweeps/${sweep.id}/trials`, { ...query, limit: TRIALS_PER_PAGE })}
            csv={{
              name: `sweep-${sweep.id}-trials.csv`,
              text: () => csvOf(columns.filter((column) => !hidden.includes(column.id)), trials.data?.items ?? []),
            }}
          />
        </>
      }
    >
      <Awaited query={trials} skeleton={<TableSkeleton label="trials" />}>
        {(data) => (
          <>
            <DataTable
              label="Trials"
              rows={data.items}
              columns={columns}
              hidden={hidden}
              rowKey={(trial) => trial.id}
              viewKey={JSON.stringify(query)}
              fetching={trials.isFetching}
              sorting={{ value: sort, onChange: (value) => change({ sort: value as TrialsSearch['sort'] }) }}
            />
            <Pager
              search={search}
              limit={TRIALS_PER_PAGE}
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
