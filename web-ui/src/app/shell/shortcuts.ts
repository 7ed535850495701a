export const SHORTCUTS = [
  { keys: ['g', 's'], does: 'Sweeps' },
  { keys: ['g', 'l'], does: 'Leaderboards' },
  { keys: ['g', 'w'], does: 'Workers' },
  { keys: ['n'], does: 'New sweep' },
  { keys: ['Ctrl', 'K'], does: 'Jump to a sweep, run or page (⌘ K on a Mac)' },
  { keys: ['?'], does: 'This sheet' },
  { keys: ['Esc'], does: 'Close what is open' },
] as const

const SEQUENCE_MILLIS = 1200

/** Follows single keys and two-key sequences such as `g s`; returns the sequence that is complete, if any. */
export class KeySequence {
  private first: { key: string; at: number } | null = null

  press(key: string, at: number): string | null {
    const first = this.first !== null && at - this.first.at <= SEQUENCE_MILLIS ? this.first.key : null
    this.first = null
    if (first === 'g') return `g ${key}`
    if (key === 'g') {
      this.first = { key, at }
      return null
    }
    return key
  }
}
