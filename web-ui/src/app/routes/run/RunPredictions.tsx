import { Button, Switch, TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { PREDICTIONS_PER_PAGE, usePredictions } from '@/features/predictions/api/getPredictions'
import { predictionColumns } from '@/features/predictions/components/predictionColumns'
import type { PredictionsSearch } from '@/features/predictions/predictionsSearch'
import { pathOf } from '@/shared/api/curl'
import { download } from '@/shared/api/download'
import { asProblem } from '@/shared/api/problem'
import type { RunPredictions as Predictions } from '@/shared/api/types'
import { bytes, count } from '@/shared/format/number'
import { DataTable } from '@/shared/table/DataTable'
import { FilterSelect } from '@/shared/table/FilterSelect'
import { Pager } from '@/shared/table/Pager'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { DownloadIcon } from '@/shared/ui/icons'
import { Panel } from '@/shared/ui/Panel'
import { FIRST_PAGE } from '@/shared/url/page'
import { useShownRun } from './useShownRun'

const route = getRouteApi('/runs/$id/predictions')

export function RunPredictions() {
  const run = useShownRun(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = { split: search.split, answers: search.answers, cursor: search.cursor }
  const predictions = usePredictions(run.id, query)
  const change = (part: Partial<PredictionsSearch>) =>
    void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...part }), resetScroll: false })
  return (
    <Awaited query={predictions} skeleton={<TableSkeleton label="predictions" />}>
      {(data) =>
        data.absent !== null ? (
          <EmptyState title="No predictions">
            <p>{data.absent}</p>
          </EmptyState>
        ) : (
          <Panel
            title="Predictions"
            note={<Note data={data} />}
            flush
            aside={
              <>
                {data.splits.length > 1 && (
                  <FilterSelect
                    label="Split"
                    any="Any split"
                    value={search.split}
                    choices={data.splits.map((split) => split.name)}
                    onChange={(split) => change({ split })}
                  />
                )}
                {data.judgedBy !== null && (
                  <Switch
                    size="xs"
                    label="Only wrong"
                    checked={search.answers === 'wrong'}
                    onChange={(event) => change({ answers: event.currentTarget.checked ? 'wrong' : undefined })}
                  />
                )}
                <CompareWith run={run.id} />
                <Button size="xs" variant="default" leftSection={<DownloadIcon />} onClick={() => void fetchFile(run.id)}>
                  Parquet, {bytes(data.bytes)}
                </Button>
              </>
            }
          >
            <Rows data={data} query={query} fetching={predictions.isFetching} />
            <Pager
              search={search}
              limit={PREDICTIONS_PER_PAGE}
              shown={data.items.length}
              total={data.total}
              next={data.next}
              onTurn={(page) => void navigate({ search: (before) => ({ ...before, ...page }) })}
            />
          </Panel>
        )
      }
    </Awaited>
  )
}

function Rows({ data, query, fetching }: { data: Predictions; query: object; fetching: boolean }) {
  const several = data.splits.length > 1
  const columns = useMemo(() => predictionColumns(data.judgedBy, several), [data.judgedBy, several])
  return (
    <DataTable
      label="Predictions"
      rows={data.items}
      columns={columns}
      rowKey={(row) => row.row}
      viewKey={JSON.stringify(query)}
      fetching={fetching}
    />
  )
}

function Note({ data }: { data: Predictions }) {
  return (
    <>
      {data.splits
        .map((split) => `${split.name}: ${split.right === null ? count(split.examples) : `${count(split.right)} of ${count(split.examples)} right`}`)
        .join(', ')}
      {data.computedBy !== data.runId && (
        <>
          , of <Link to="/runs/$id/predictions" params={{ id: String(data.computedBy) }}>run {data.computedBy}</Link>, which this one reuses
        </>
      )}
    </>
  )
}

/** Any other run on the same dataset, by its number. */
function CompareWith({ run }: { run: number }) {
  const navigate = useNavigate()
  const [other, setOther] = useState('')
  const asked = Number(other)
  const sensible = Number.isSafeInteger(asked) && asked > 0 && asked !== run
  return (
    <form
      style={{ display: 'flex', gap: 4 }}
      onSubmit={(event) => {
        event.preventDefault()
        if (sensible) void navigate({ to: '/compare', search: { a: String(run), b: String(asked) } })
      }}
    >
      <TextInput
        size="xs"
        w={112}
        aria-label="Run to compare with"
        placeholder="other run"
        inputMode="numeric"
        value={other}
        onChange={(event) => setOther(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={!sensible}>
        Compare
      </Button>
    </form>
  )
}

function fetchFile(run: number): Promise<void> {
  return download(pathOf(`/api/v1/runs/${run}/predictions.parquet`, {}), `run-${run}-predictions.parquet`).catch((error: unknown) => {
    notifications.show({ color: 'red', title: asProblem(error).title, message: asProblem(error).detail })
  })
}
