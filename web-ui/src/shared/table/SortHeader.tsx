import { Tooltip } from '@mantine/core'
import classes from './DataTable.module.css'
import { sortDirection, toggledSort } from './sort'

export interface Sorting {
  /** The server's sort parameter, `-` in front for descending. */
  value: string
  onChange: (sort: string) => void
}

interface Props {
  column: { header: string; sort?: string; numeric?: boolean; hint?: string }
  sorting?: Sorting
}

/** A column's header; a button where the server can sort by it. */
export function SortHeader({ column, sorting }: Props) {
  const words = column.hint ? (
    <Tooltip label={column.hint} multiline maw={280}>
      <span className={classes.hinted}>{column.header}</span>
    </Tooltip>
  ) : (
    column.header
  )
  if (!sorting || column.sort === undefined) {
    return (
      <th scope="col" data-numeric={column.numeric}>
        {words}
      </th>
    )
  }
  const name = column.sort
  const direction = sortDirection(sorting.value, name)
  return (
    <th scope="col" data-numeric={column.numeric} aria-sort={direction ?? 'none'}>
      <button
        type="button"
        className={classes.sort}
        onClick={() => sorting.onChange(toggledSort(sorting.value, name, column.numeric === true))}
      >
        {words}
        <span aria-hidden className={classes.arrow} data-on={direction !== null}>
          {direction === 'ascending' ? '↑' : '↓'}
        </span>
      </button>
    </th>
  )
}
