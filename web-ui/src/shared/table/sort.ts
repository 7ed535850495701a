export type Direction = 'ascending' | 'descending'

/** How a sort parameter such as `-objective` orders a column, null when by another one. */
export function sortDirection(sort: string, column: string): Direction | null {
  if (sort === column) return 'ascending'
  return sort === `-${column}` ? 'descending' : null
}

/** The next order after a click: numbers begin with the greatest, words with the first. */
export function toggledSort(sort: string, column: string, numeric: boolean): string {
  const direction = sortDirection(sort, column)
  if (direction === null) return numeric ? `-${column}` : column
  return direction === 'ascending' ? `-${column}` : column
}
