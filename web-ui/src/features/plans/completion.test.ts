import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contextAt } from './definitionContext'
import { wordsAt } from './schemaWords'
import type { Schema } from './schemaWords'

const schema = JSON.parse(
  readFileSync(new URL('../../../../sweeps/src/main/resources/sweep.schema.json', import.meta.url), 'utf8'),
) as Schema

/** Words at the bar in a text. */
function words(text: string): string[] {
  const at = text.indexOf('|')
  return wordsAt(schema, contextAt(text.replace('|', ''), at)).map(({ label }) => label)
}

describe('completion of a definition', () => {
  it('knows the fields of the whole, without those that stand there', () => {
    expect(words('name: x\n|')).toEqual(expect.arrayContaining(['variants', 'datasets', 'points', 'extends']))
    expect(words('name: x\nse|')).not.toContain('name')
    expect(words('|')).toContain('name')
  })

  it('knows settings by name, in blocks and in braces', () => {
    expect(words('constants:\n  le|')).toContain('learning_rate')
    expect(words('constants:\n  steps: 3\n  |')).not.toContain('steps')
    expect(words('constants: {steps: 3, le|')).toContain('learning_rate')
    expect(words('constants: {steps: 3, le|}\nseeds: 3')).not.toContain('steps')
    expect(words('parameters:\n  |')).toEqual(expect.arrayContaining(['variant', 'learning_rate']))
    expect(words('points:\n  - {l|')).toContain('learning_rate')
  })

  it('knows the fields of a parameter', () => {
    expect(words('parameters:\n  batch: {type: int, |')).toEqual(expect.arrayContaining(['low', 'high', 'when']))
    expect(words('parameters:\n  batch:\n    type: int\n    |')).toContain('low')
    expect(words('parameters:\n  batch:\n    type: int\n    |')).not.toContain('type')
    expect(words('parameters:\n  batch: {type: |')).toEqual(expect.arrayContaining(['float', 'normal']))
    expect(words('parameters:\n  group:\n    batch: {type: |')).toContain('ordinal')
  })

  it('knows datasets, variants and choices', () => {
    expect(words('datasets: [wordnet, |')).toContain('glue/cola')
    expect(words('datasets:\n  - glue/|')).toContain('glue/cola')
    expect(words('variants: [mo|')).toEqual(expect.arrayContaining(['moe', 'hypermoe']))
    expect(words('variants: [moe, {name: x, extends: |')).toContain('hypermoe')
    expect(words('constants: {schedule: |')).toContain('cosine')
    expect(words('parameters: {schedule: {type: categorical, choices: [linear, |')).toContain('cosine')
    expect(words('parameters: {batch: {when: {schedule: [|')).toContain('cosine')
    expect(words('parameters: {batch: {when: {variant: |')).toContain('hypermoe')
    expect(words('objective:\n  metric: |')).toContain('accuracy')
    expect(words('parameters: {batch: {log: |')).toEqual(['true', 'false'])
  })

  it('is not led astray by comments, quotes and brackets that are closed', () => {
    expect(words('# a: {b: [\nname: "x # {"\nconstraints: ["a: {"]\n|')).toContain('datasets')
    expect(words('datasets: [wordnet]\nobjective: {|')).toContain('metric')
    expect(words('description: it is {\n|')).toContain('datasets')
    expect(words('datasets:\n- glue/rte\n|')).toContain('seeds')
  })

  it('replaces the word at the cursor', () => {
    expect(contextAt('constants: {learning_ra', 23).from).toBe(12)
    expect(contextAt('datasets: [glue/co', 18).from).toBe(11)
  })
})
