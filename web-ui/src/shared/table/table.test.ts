import { describe, expect, it } from 'vitest'
import { csvOf } from './csv'
import { inOrderOf } from './inOrderOf'
import { sortDirection, toggledSort } from './sort'

describe('rows under the pointer', () => {
  it('keep their places; newcomers come last, the gone are gone', () => {
    const rows = [{ id: 4 }, { id: 3 }, { id: 1 }]
    expect(inOrderOf([1, 2, 3], rows, (row) => row.id)).toEqual([{ id: 1 }, { id: 3 }, { id: 4 }])
  })
})

describe('sorting by a column', () => {
  it('begins with the greatest number or the first word, then turns round', () => {
    expect(toggledSort('name', 'objective', true)).toBe('-objective')
    expect(toggledSort('-objective', 'objective', true)).toBe('objective')
    expect(toggledSort('-id', 'name', false)).toBe('name')
    expect(sortDirection('-id', 'id')).toBe('descending')
    expect(sortDirection('-id', 'name')).toBeNull()
  })
})

describe('rows as CSV', () => {
  const column = (id: string, csv?: (row: { v: string | number | null }) => string | number | null) => ({ id, header: id, cell: () => null, csv })

  it('has full precision, quotes what needs it, and leaves out what is not exported', () => {
    const text = csvOf([column('a', (row) => row.v), column('hidden')], [{ v: 0.1 + 0.2 }, { v: 'x,"y"' }, { v: null }])
    expect(text).toBe('a\r\n0.30000000000000004\r\n"x,""y"""\r\n\r\n')
  })

  it('does not let a name become a formula', () => {
    expect(csvOf([column('a', (row) => row.v)], [{ v: '=HYPERLINK("x")' }, { v: -3 }])).toBe('a\r\n"\'=HYPERLINK(""x"")"\r\n-3\r\n')
  })
})
