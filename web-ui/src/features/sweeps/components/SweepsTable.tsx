import type { SweepSummary } from '@/shared/api/types'
import { DataTable } from '@/shared/table/DataTable'
import type { Sorting } from '@/shared/table/SortHeader'
import { sweepColumns } from './sweepColumns'

interface Props {
  sweeps: SweepSummary[]
  sorting: Sorting
  viewKey: string
  fetching: boolean
}

export function SweepsTable({ sweeps, sorting, viewKey, fetching }: Props) {
  return (
    <DataTable
      label="Sweeps"
      rows={sweeps}
      columns={sweepColumns}
      rowKey={(sweep) => sweep.id}
      viewKey={viewKey}
      sorting={sorting}
      fetching={fetching}
    />
  )
}
