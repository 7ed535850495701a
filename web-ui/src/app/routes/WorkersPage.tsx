import { Code } from '@mantine/core'
import { useWorkers } from '@/features/workers/api/getWorkers'
import { workerColumns } from '@/features/workers/components/workerColumns'
import { counted } from '@/shared/format/number'
import { csvOf } from '@/shared/table/csv'
import { DataTable } from '@/shared/table/DataTable'
import { ExportButtons } from '@/shared/table/ExportButtons'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHead } from '@/shared/ui/PageHead'
import { Panel } from '@/shared/ui/Panel'
import { usePageTitle } from '@/shared/ui/usePageTitle'

export function WorkersPage() {
  usePageTitle('Workers')
  const workers = useWorkers()
  return (
    <>
      <PageHead title="Workers" about="Processes that lease runs and execute them. A worker that falls silent is lost and loses its lease, and its run goes on elsewhere; one that is stopped in order gives it back at once." />
      <Awaited query={workers} skeleton={<TableSkeleton label="workers" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No worker yet">
              <p>Runs wait until a worker leases them. This starts the orchestrator with two local CPU workers:</p>
              <Code block>./hypersweep up --workers 2</Code>
              <p>
                A worker on another machine needs <code>HYPERSWEEP_URL</code>, and the value of <code>worker</code> in <code>tokens</code> in
                the orchestrator&apos;s home as <code>HYPERSWEEP_TOKEN</code>.
              </p>
            </EmptyState>
          ) : (
            <Panel
              title={counted(items.length, 'worker')}
              note={`${items.filter((worker) => worker.state === 'BUSY').length} busy, ${items.filter((worker) => worker.state === 'IDLE').length} idle`}
              flush
              aside={<ExportButtons path="/api/v1/workers" csv={{ name: 'workers.csv', text: () => csvOf(workerColumns, items) }} />}
            >
              <DataTable label="Workers" rows={items} columns={workerColumns} rowKey={(worker) => worker.id} fetching={workers.isFetching} />
            </Panel>
          )
        }
      </Awaited>
    </>
  )
}
