import { describe, expect, it } from 'vitest'
import { boardTargets, pageTargets } from './jumpTargets'
import { KeySequence } from './shortcuts'

describe('keys', () => {
  it('make sequences, if the second comes soon', () => {
    const keys = new KeySequence()
    expect(keys.press('g', 0)).toBeNull()
    expect(keys.press('s', 500)).toBe('g s')
    expect(keys.press('g', 1000)).toBeNull()
    expect(keys.press('n', 9000)).toBe('n')
  })
})

describe('jumping', () => {
  it('finds pages by name, and sweeps and runs by number', () => {
    expect(pageTargets('lead').map((target) => target.href)).toEqual(['/leaderboards'])
    expect(pageTargets('17').map((target) => target.href)).toEqual(['/sweeps/17', '/runs/17'])
    expect(pageTargets('run 17').map((target) => target.href)).toEqual(['/runs/17'])
  })
})

describe('jumping to a leaderboard', () => {
  const boards = [{ name: 'wordnet', title: 'WordNet supersenses' }, { name: 'small-text', title: 'Small text classification' }]

  it('finds it by part of its name or title', () => {
    expect(boardTargets('wordn', boards).map((target) => target.href)).toEqual(['/leaderboards/wordnet'])
    expect(boardTargets(' Classif', boards).map((target) => target.href)).toEqual(['/leaderboards/small-text'])
  })

  it('offers none before something was typed', () => {
    expect(boardTargets(' ', boards)).toEqual([])
  })
})
