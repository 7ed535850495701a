import { Text } from '@codemirror/state'
import { describe, expect, it } from 'vitest'
import { diagnosticsOf, positionOf } from './diagnostics'

const doc = Text.of(['name: demo', 'variants: [dense, bad]', 'seeds: 3'])

describe('errors in the editor', () => {
  it('mark the word at their line and column, and say how to mend it', () => {
    const [mark] = diagnosticsOf(doc, [{ line: 2, column: 19, message: 'no such variant', fix: 'use moe' }])
    expect(doc.sliceString(mark!.from, mark!.to)).toBe('bad')
    expect(mark!.message).toBe('no such variant. Use moe.')
  })

  it('stay inside a text that has changed since', () => {
    expect(positionOf(doc, { line: 99, column: 99 })).toBe(doc.length)
    expect(positionOf(doc, { line: null, column: null })).toBe(0)
    expect(diagnosticsOf(doc, [{ line: 3, column: 500, message: 'x' }])[0]!.to).toBe(doc.length)
  })
})
