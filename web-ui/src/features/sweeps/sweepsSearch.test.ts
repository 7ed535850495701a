import { describe, expect, it } from 'vitest'
import { readSweepRunsSearch, readTrialsSearch } from './sweepSearch'
import { readSweepsSearch } from './sweepsSearch'

describe('the addresses of lists', () => {
  it('are read as far as they make sense', () => {
    expect(readSweepsSearch({ state: 'RUNNING', q: 12, sort: '-name', cursor: 'abc', page: '3' })).toMatchObject({
      state: 'RUNNING', q: '12', sort: '-name', cursor: 'abc', page: 3,
    })
    expect(readTrialsSearch({ sort: 'objective; drop table', state: 'COMPLETED' })).toMatchObject({ state: 'COMPLETED', sort: undefined })
    expect(readSweepRunsSearch({ state: 'nonsense', hide: ['seed'] })).toMatchObject({ state: undefined, hide: ['seed'] })
  })

  it('have a page number only with the cursor that it belongs to', () => {
    expect(readSweepsSearch({ page: 7 }).page).toBeUndefined()
  })
})
