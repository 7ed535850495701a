import type { Query, QueryClient } from '@tanstack/react-query'
import { touches, type Change } from './change'

/**
 * Turns a flood of changes into few requests: changes are gathered for a moment, each query on show is
 * re-read at most once for all of them, and one that is being read already waits for the next round
 * instead of being asked for twice at once.
 */
export class ChangeQueue {
  private changes: Change[] = []
  private late = new Set<string>()
  private timer: ReturnType<typeof setTimeout> | null = null

  constructor(
    private readonly client: QueryClient,
    private readonly everyMillis = 1500,
  ) {}

  add(change: Change): void {
    this.changes.push(change)
    this.schedule()
  }

  /** Everything may have changed: the stream was away. */
  addAll(): void {
    this.changes = []
    this.late.clear()
    void this.client.invalidateQueries(undefined, { cancelRefetch: false })
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private schedule(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.flush()
    }, this.everyMillis)
  }

  private flush(): void {
    const { changes, late } = this
    this.changes = []
    this.late = new Set()
    const affected = (query: Query) =>
      late.has(query.queryHash) || changes.some((change) => touches(change, query.queryKey))
    for (const query of this.client.getQueryCache().findAll({ predicate: affected, fetchStatus: 'fetching' })) {
      this.late.add(query.queryHash)
    }
    void this.client.invalidateQueries({
      predicate: (query) => affected(query) && !this.late.has(query.queryHash),
    })
    if (this.late.size > 0) this.schedule()
  }
}
