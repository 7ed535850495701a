import { Button, SegmentedControl, TextInput } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { DIFFERENCES_PER_PAGE, useComparison, type ComparisonQuery } from '@/features/predictions/api/getComparison'
import { ComparisonOutcome } from '@/features/predictions/components/ComparisonOutcome'
import { differenceColumns } from '@/features/predictions/components/differenceColumns'
import classes from '@/features/predictions/components/predictions.module.css'
import { runsOf, type CompareSearch } from '@/features/predictions/predictionsSearch'
import { pathOf } from '@/shared/api/curl'
import type { Comparison } from '@/shared/api/types'
import { DataTable } from '@/shared/table/DataTable'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { FilterSelect } from '@/shared/table/FilterSelect'
import { Pager } from '@/shared/table/Pager'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHead } from '@/shared/ui/PageHead'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { usePageTitle } from '@/shared/ui/usePageTitle'
import { FIRST_PAGE } from '@/shared/url/page'

const route = getRouteApi('/compare')

export function ComparePage() {
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const a = runsOf(search.a)
  const b = runsOf(search.b)
  usePageTitle('Compare predictions')
  return (
    <>
      <PageHead title="Compare predictions" about="Two runs, or the runs of two cells over their common seeds, example by example." />
      <div className={stack.stack}>
        <Choose key={`${search.a} ${search.b}`} search={search} onChoose={(sides) => void navigate({ search: sides })} />
        {a.length > 0 && b.length > 0 ? (
          <Compared
            query={{ a, b, split: search.split, score: search.score, show: search.show, cursor: search.cursor }}
            search={search}
            change={(part) => void navigate({ search: (before) => ({ ...before, ...FIRST_PAGE, ...part }), resetScroll: false })}
            turn={(page) => void navigate({ search: (before) => ({ ...before, ...page }) })}
          />
        ) : (
          <EmptyState title="Two sides are needed">
            <p>
              Name a run on each side, or all seeds of a cell as <code>3, 4, 5</code>. A leaderboard’s cells open this page with
              both filled in.
            </p>
          </EmptyState>
        )}
      </div>
    </>
  )
}

function Choose({ search, onChoose }: { search: CompareSearch; onChoose: (sides: CompareSearch) => void }) {
  const [a, setA] = useState(search.a ?? '')
  const [b, setB] = useState(search.b ?? '')
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        onChoose({ a: runsOf(a).join(','), b: runsOf(b).join(',') })
      }}
    >
      <TextInput size="xs" label="A: runs" value={a} onChange={(event) => setA(event.currentTarget.value)} />
      <TextInput size="xs" label="B: runs" value={b} onChange={(event) => setB(event.currentTarget.value)} />
      <Button size="xs" type="submit" disabled={runsOf(a).length === 0 || runsOf(b).length === 0}>
        Compare
      </Button>
    </form>
  )
}

interface ComparedProps {
  query: ComparisonQuery
  search: CompareSearch
  change: (part: Partial<CompareSearch>) => void
  turn: (page: CompareSearch) => void
}

function Compared({ query, search, change, turn }: ComparedProps) {
  const comparison = useComparison(query)
  return (
    <Awaited query={comparison} skeleton={<TableSkeleton label="comparison" />}>
      {(data) => {
        const [a, b] = namesOf(data)
        return (
          <>
            <Panel
              title={`${data.dataset}, ${data.split}`}
              note={<Sides comparison={data} />}
              aside={
                <>
                  {data.splits.length > 1 && (
                    <FilterSelect label="Split" any={data.splits[0] ?? ''} value={search.split} choices={data.splits.slice(1)} onChange={(split) => change({ split })} />
                  )}
                  {data.scores.length > 1 && (
                    <FilterSelect label="Score" any="Usual score" value={search.score} choices={data.scores} onChange={(score) => change({ score })} />
                  )}
                  <ExportButtons path={pathTo(query)} />
                </>
              }
            >
              <ComparisonOutcome comparison={data} a={a} b={b} />
            </Panel>
            <Panel
              title="Where they differ"
              flush
              aside={
                <SegmentedControl
                  size="xs"
                  aria-label="Examples"
                  value={search.show ?? 'different'}
                  data={[
                    { value: 'different', label: 'All' },
                    { value: 'a', label: `${a} better` },
                    { value: 'b', label: `${b} better` },
                  ]}
                  onChange={(show) => change({ show: show === 'a' || show === 'b' ? show : undefined })}
                />
              }
            >
              {data.total === 0 && <p className={`quiet ${classes.none}`}>There is no such example.</p>}
              <Differences data={data} a={a} b={b} viewKey={JSON.stringify(query)} fetching={comparison.isFetching} />
              <Pager search={search} limit={DIFFERENCES_PER_PAGE} shown={data.items.length} total={data.total} next={data.next} onTurn={turn} />
            </Panel>
          </>
        )
      }}
    </Awaited>
  )
}

function Differences({ data, a, b, viewKey, fetching }: { data: Comparison; a: string; b: string; viewKey: string; fetching: boolean }) {
  const columns = useMemo(() => differenceColumns(a, b, data.higherIsBetter), [a, b, data.higherIsBetter])
  return <DataTable label="Examples that differ" rows={data.items} columns={columns} rowKey={(row) => row.id} viewKey={viewKey} fetching={fetching} />
}

/** A side of several runs is the same parameter several times. */
function pathTo({ a, b, ...rest }: ComparisonQuery): string {
  const sides = [...(a ?? []).map((run) => `a=${run}`), ...(b ?? []).map((run) => `b=${run}`)].join('&')
  const path = pathOf('/api/v1/comparisons/predictions', { ...rest, limit: DIFFERENCES_PER_PAGE })
  return `${path}&${sides}`
}

/** By variant where that tells them apart, else by run. */
function namesOf({ a, b }: Comparison): [string, string] {
  if (a.variant !== b.variant) return [a.variant, b.variant]
  if (a.configurationHash !== b.configurationHash) {
    return [`${a.variant} ${a.configurationHash.slice(0, 8)}`, `${b.variant} ${b.configurationHash.slice(0, 8)}`]
  }
  return [`run ${a.runs[0]}`, `run ${b.runs[0]}`]
}

function Sides({ comparison }: { comparison: Comparison }) {
  return (
    <>
      {(['a', 'b'] as const).map((side) => (
        <span key={side}>
          {side === 'b' && ' with '}
          {comparison[side].variant}{' '}
          {comparison[side].runs.map((run, index) => (
            <span key={run}>
              {index > 0 && ', '}
              <Link to="/runs/$id/predictions" params={{ id: String(run) }}>
                {run}
              </Link>
            </span>
          ))}
        </span>
      ))}
    </>
  )
}
