/** The rows in the order of the keys; rows without one come last, in their own order. */
export function inOrderOf<Row, Key>(keys: Key[], rows: Row[], rowKey: (row: Row) => Key): Row[] {
  const place = new Map(keys.map((key, index) => [key, index]))
  const rank = (row: Row) => place.get(rowKey(row)) ?? keys.length
  return [...rows].sort((one, other) => rank(one) - rank(other))
}
