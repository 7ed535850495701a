import { useState } from 'react'
import { inOrderOf } from './inOrderOf'

interface Held {
  viewKey: string
  keys: (string | number)[]
}

/** Rows that keep their order while held: their contents change in place, newcomers wait at the end. */
export function useSteadyRows<Row>(
  rows: Row[],
  rowKey: (row: Row) => string | number,
  viewKey: string,
): [Row[], (hold: boolean) => void] {
  const [held, setHeld] = useState<Held | null>(null)
  const shown = held !== null && held.viewKey === viewKey ? inOrderOf(held.keys, rows, rowKey) : rows
  return [shown, (hold) => setHeld(hold ? { viewKey, keys: shown.map(rowKey) } : null)]
}
