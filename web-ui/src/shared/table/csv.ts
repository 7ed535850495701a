import type { Column } from './DataTable'

/** The rows on show as RFC 4180 text, with full precision. */
export function csvOf<Row>(columns: Column<Row>[], rows: Row[]): string {
  const exported = columns.filter((column) => column.csv !== undefined)
  const lines = [exported.map((column) => quoted(column.header))]
  for (const row of rows) lines.push(exported.map((column) => quoted(column.csv?.(row) ?? '')))
  return lines.map((line) => line.join(',')).join('\r\n') + '\r\n'
}

/** A text that a spreadsheet would take for a formula is kept a text by an apostrophe. */
function quoted(value: string | number): string {
  if (typeof value === 'number') return String(value)
  const harmless = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless
}
