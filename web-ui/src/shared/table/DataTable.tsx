import { columnVisibilityFeature, tableFeatures, useTable, type ColumnDef } from '@tanstack/react-table'
import { useMemo, type ReactNode } from 'react'
import classes from './DataTable.module.css'
import { Scroller } from './Scroller'
import { SortHeader, type Sorting } from './SortHeader'
import { useSteadyRows } from './useSteadyRows'

const features = tableFeatures({ columnVisibilityFeature })

export interface Column<Row> {
  id: string
  header: string
  cell: (row: Row) => ReactNode
  /** What a CSV of this column holds; a column without it is not exported. */
  csv?: (row: Row) => string | number | null
  numeric?: boolean
  /** The server's name to sort by; a column without it cannot be sorted. */
  sort?: string
  hint?: string
  /** May be hidden by the reader. */
  optional?: boolean
}

interface Props<Row> {
  label: string
  rows: Row[]
  columns: Column<Row>[]
  rowKey: (row: Row) => string | number
  /** Changes when the reader asks for other rows; only then may rows move under the pointer. */
  viewKey?: string
  hidden?: string[]
  sorting?: Sorting
  fetching?: boolean
}

/** A table of server-side pages. It scrolls within itself and never re-sorts under the pointer. */
export function DataTable<Row extends object>(props: Props<Row>) {
  const { label, columns, rowKey, viewKey = '', hidden, sorting, fetching } = props
  const [rows, hold] = useSteadyRows(props.rows, rowKey, viewKey)
  const defs = useMemo<ColumnDef<typeof features, Row>[]>(
    () => columns.map(({ id, header, cell }) => ({ id, header, cell: ({ row }) => cell(row.original) })),
    [columns],
  )
  const columnVisibility = useMemo(() => Object.fromEntries((hidden ?? []).map((id) => [id, false])), [hidden])
  const table = useTable({
    features,
    data: rows,
    columns: defs,
    getRowId: (row: Row) => String(rowKey(row)),
    state: { columnVisibility },
  })
  const byId = new Map(columns.map((column) => [column.id, column]))
  return (
    <Scroller label={label}>
      <table className={classes.table} aria-busy={fetching}>
        <caption className={classes.caption}>{label}</caption>
        <thead>
          <tr>
            {table.getHeaderGroups()[0]?.headers.map((header) => (
              <SortHeader key={header.id} column={byId.get(header.column.id)!} sorting={sorting} />
            ))}
          </tr>
        </thead>
        <tbody onPointerEnter={(event) => event.pointerType === 'mouse' && hold(true)} onPointerLeave={() => hold(false)}>
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id}>
              {row.getVisibleCells().map((cell) => (
                <td key={cell.id} data-numeric={byId.get(cell.column.id)?.numeric}>
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroller>
  )
}
