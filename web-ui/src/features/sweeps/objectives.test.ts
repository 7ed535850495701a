import { describe, expect, it } from 'vitest'
import type { Outcome } from '@/shared/api/types'
import { paretoOption } from './components/paretoOption'
import { frontOnAxes, objectiveName, objectiveText, valueText, type Axis } from './objectives'

const accuracy: Axis = { index: 0, objective: { metric: 'accuracy', goal: 'maximize', aggregate: 'mean' } }
const size: Axis = { index: 1, objective: { metric: 'parameters_active', goal: 'minimize', aggregate: 'mean' } }
const memory: Axis = { index: 2, objective: { metric: 'peak_memory', goal: 'minimize', aggregate: 'worst' } }

const outcome = (number: number, values: number[], front = true): Outcome => ({
  trialId: number + 10,
  number,
  variant: 'moe',
  state: 'COMPLETED',
  parameters: { '<b>': 2 },
  values,
  front,
})

const trials = [outcome(0, [0.5, 100, 9]), outcome(1, [0.6, 200, 8]), outcome(2, [0.55, 300, 1], false), outcome(3, [0.6, 200, 8])]

describe('objectives', () => {
  it('are named by what stands for their datasets, mean costs by themselves', () => {
    expect([accuracy, size, memory].map((axis) => objectiveName(axis.objective))).toEqual(['mean accuracy', 'parameters active', 'worst peak memory'])
  })

  it('are written in their unit, with an interval where seeds differ', () => {
    expect(objectiveText(size.objective, 12400)).toBe('12.4 k')
    expect(objectiveText(memory.objective, 1 << 20)).toBe('1 MiB')
    expect(objectiveText(accuracy.objective, null)).toBe('–')
    expect(valueText(accuracy.objective, { value: 0.5612, low: 0.551, high: 0.573 })).toBe('0.561 ± 0.011')
    expect(valueText(size.objective, { value: 200, low: 200, high: 200 })).toBe('200')
    expect(valueText(size.objective, { value: 20000, low: 19000, high: 21000 })).toBe('20 k ± 1,000')
  })
})

describe('the front on two axes', () => {
  it('leaves out what is beaten and one of two that are equal', () => {
    expect(frontOnAxes(trials, size, accuracy).map((one) => one.number)).toEqual([0, 1])
    expect(frontOnAxes(trials, accuracy, size).map((one) => one.number)).toEqual([0, 1])
    expect(frontOnAxes(trials, memory, accuracy).map((one) => one.number)).toEqual([2, 1])
    expect(frontOnAxes([], memory, accuracy)).toEqual([])
  })

  it('is a step line that turns where the next trial begins to be within reach', () => {
    const line = (x: Axis, y: Axis) => (paretoOption({ outcomes: trials, x, y, scheme: 'light' }).series as { step?: string; data: unknown[] }[])[0]!
    expect(line(size, accuracy).step).toBe('end')
    expect(line(accuracy, size).step).toBe('start')
    expect(line(size, accuracy).data).toEqual([
      [100, 0.5],
      [200, 0.6],
    ])
  })

  it('shows every trial under its number, and names of strangers as text', () => {
    const option = paretoOption({ outcomes: trials, x: size, y: accuracy, scheme: 'dark' })
    const points = (option.series as { data: { name: string }[] }[]).slice(1).flatMap((one) => one.data)
    expect(points.map((one) => one.name).sort()).toEqual(['0', '1', '2', '3'])
    const tooltip = option.tooltip as { formatter: (part: { name: string }) => string }
    expect(tooltip.formatter({ name: '0' })).toContain('&lt;b&gt; 2')
  })
})
