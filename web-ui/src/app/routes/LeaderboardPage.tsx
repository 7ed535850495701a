import { Button, NativeSelect, SegmentedControl } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useLeaderboard } from '@/features/leaderboards/api/getLeaderboard'
import { AveragesTable } from '@/features/leaderboards/components/AveragesTable'
import { BoardNotes } from '@/features/leaderboards/components/BoardNotes'
import { LeaderboardTable } from '@/features/leaderboards/components/LeaderboardTable'
import { finding } from '@/features/leaderboards/rank'
import type { Leaderboard } from '@/shared/api/types'
import { pathOf } from '@/shared/api/curl'
import { download } from '@/shared/api/download'
import { asProblem } from '@/shared/api/problem'
import { counted } from '@/shared/format/number'
import { day } from '@/shared/format/time'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Ago } from '@/shared/ui/Ago'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { DownloadIcon } from '@/shared/ui/icons'
import { PageHead } from '@/shared/ui/PageHead'
import { Panel } from '@/shared/ui/Panel'
import stack from '@/shared/ui/Stack.module.css'
import { usePageTitle } from '@/shared/ui/usePageTitle'

const route = getRouteApi('/leaderboards/$benchmark')

export function LeaderboardPage() {
  const { benchmark } = route.useParams()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const query = { protocol: search.protocol, rows: search.rows }
  const board = useLeaderboard(benchmark, query)
  usePageTitle(board.data?.title ?? benchmark)
  const path = (format?: string) => pathOf(`/api/v1/leaderboards/${encodeURIComponent(benchmark)}`, { ...query, format })
  const csv = () =>
    download(path('csv'), `${benchmark}.csv`).catch((error: unknown) =>
      notifications.show({ color: 'red', title: asProblem(error).title, message: asProblem(error).detail }),
    )
  return (
    <>
      <PageHead
        trail={<Link to="/leaderboards">Leaderboards</Link>}
        title={board.data?.title ?? benchmark}
        about={board.data && finding(board.data.rows, board.data.confidence, board.data.scoreHigherIsBetter ? 'highest mean' : 'best mean rank')}
        actions={
          <>
            <ExportButtons path={path()} />
            <Button size="xs" variant="default" leftSection={<DownloadIcon />} onClick={() => void csv()}>
              CSV
            </Button>
          </>
        }
      />
      <Awaited query={board} skeleton={<TableSkeleton label="leaderboard" />}>
        {(data) =>
          data.rows.length === 0 ? (
            <EmptyState title="No result yet">
              <p>
                Rows appear with the first finished run on {data.datasets.map((dataset) => dataset.name).join(', ')}.{' '}
                <Link to="/sweeps/new">Write a sweep</Link> with <code>datasets: [{benchmark}]</code>.
              </p>
            </EmptyState>
          ) : (
            <div className={stack.stack}>
              <Panel
                title="Variants × datasets"
                note={
                  data.updatedAt !== null && (
                    <>
                      last result <Ago at={data.updatedAt} />
                    </>
                  )
                }
                flush
                aside={
                  <>
                    <ProtocolSelect
                      board={data}
                      onChange={(protocol) => void navigate({ search: (before) => ({ ...before, protocol }), resetScroll: false })}
                    />
                    <SegmentedControl
                      size="xs"
                      aria-label="Rows"
                      value={search.rows ?? 'best'}
                      data={[
                        { value: 'best', label: 'Best of each variant' },
                        { value: 'all', label: 'All configurations' },
                      ]}
                      onChange={(rows) =>
                        void navigate({
                          search: (before) => ({ ...before, rows: rows === 'all' ? 'all' : undefined }),
                          resetScroll: false,
                        })
                      }
                    />
                  </>
                }
              >
                <LeaderboardTable board={data} />
              </Panel>
              {data.averages.length > 1 && (
                <Panel title="Averages" note="each with its interval over seeds" flush>
                  <AveragesTable board={data} />
                </Panel>
              )}
              <BoardNotes board={data} />
            </div>
          )
        }
      </Awaited>
    </>
  )
}

function ProtocolSelect({ board, onChange }: { board: Leaderboard; onChange: (protocol: string) => void }) {
  if (board.protocols.length < 2) return null
  return (
    <NativeSelect
      size="xs"
      aria-label="Evaluation protocol"
      title="Results are ranked together only if they were evaluated in the same way"
      value={board.evaluationProtocol ?? ''}
      data={board.protocols.map((protocol) => ({
        value: protocol.evaluationProtocol,
        label: `${protocol.evaluationProtocol.slice(0, 8)}: ${counted(protocol.results, 'result')}${
          protocol.latest === null ? '' : `, ${day(protocol.latest)}`
        }`,
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
