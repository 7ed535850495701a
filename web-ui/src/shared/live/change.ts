export type ChangeKind = 'sweep' | 'run' | 'worker' | 'audit' | 'leaderboard'

/** What the live stream says: something of this kind and id is not as it was. The rest is re-read. */
export interface Change {
  kind: ChangeKind
  id: number | null
}

const KINDS: readonly string[] = ['sweep', 'run', 'worker', 'audit', 'leaderboard']

export function readChange(data: string): Change | null {
  try {
    const value = JSON.parse(data) as { kind?: string; id?: number | null }
    if (value.kind === undefined || !KINDS.includes(value.kind)) return null
    return { kind: value.kind as ChangeKind, id: value.id ?? null }
  } catch {
    return null
  }
}

/**
 * Whether a query shows something that the change is about. Keys begin with a kind and an id, or with a
 * kind and a word for a list. A run's change does not name its sweep, so it touches whatever sweep is shown.
 */
export function touches(change: Change, key: readonly unknown[]): boolean {
  const [kind, id] = key
  switch (change.kind) {
    case 'sweep':
      return kind === 'sweep' && (typeof id !== 'number' || change.id === null || id === change.id)
    case 'run':
      return kind === 'sweep' || kind === 'worker' || (kind === 'run' && (change.id === null || id === change.id))
    case 'audit':
      return kind === 'audit'
    default:
      return kind === change.kind
  }
}
