import { QueryClient, QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ChangeQueue } from './changeQueue'

const EVERY = 1000

describe('changes of the live stream', () => {
  let client: QueryClient
  let queue: ChangeQueue
  let stops: (() => void)[]

  /** A query on show; returns how often it was read. */
  async function shown(queryKey: unknown[], read: () => Promise<unknown> = () => Promise.resolve(1)) {
    const calls = vi.fn(read)
    stops.push(new QueryObserver(client, { queryKey, queryFn: calls, staleTime: Infinity }).subscribe(() => {}))
    await vi.advanceTimersByTimeAsync(0)
    calls.mockClear()
    return calls
  }

  beforeEach(() => {
    vi.useFakeTimers()
    client = new QueryClient({ defaultOptions: { queries: { retry: false } } })
    queue = new ChangeQueue(client, EVERY)
    stops = []
  })

  afterEach(() => {
    for (const stop of stops) stop()
    queue.stop()
    client.clear()
    vi.useRealTimers()
  })

  it('re-read what they touch, once for a whole flood', async () => {
    const run = await shown(['run', 17])
    const sweep = await shown(['sweep', 3, 'runs', {}])
    for (let event = 0; event < 500; event++) queue.add({ kind: 'run', id: 17 })
    await vi.advanceTimersByTimeAsync(EVERY)
    expect(run).toHaveBeenCalledTimes(1)
    expect(sweep).toHaveBeenCalledTimes(1)
  })

  it('leave alone what they do not touch', async () => {
    const otherRun = await shown(['run', 18])
    const otherSweep = await shown(['sweep', 4])
    const boards = await shown(['leaderboard', 'list'])
    queue.add({ kind: 'run', id: 17 })
    await vi.advanceTimersByTimeAsync(EVERY)
    expect(otherRun).not.toHaveBeenCalled()
    expect(boards).not.toHaveBeenCalled()
    otherSweep.mockClear()
    queue.add({ kind: 'sweep', id: 3 })
    await vi.advanceTimersByTimeAsync(EVERY)
    expect(otherSweep).not.toHaveBeenCalled()
  })

  it('never ask twice at once for a slow answer, and never miss what came meanwhile', async () => {
    let underWay = 0
    let most = 0
    const slow = await shown(['sweep', 3, 'curves', {}], async () => {
      most = Math.max(most, ++underWay)
      await new Promise((resolve) => setTimeout(resolve, EVERY * 3.5))
      underWay -= 1
      return 1
    })
    await vi.advanceTimersByTimeAsync(EVERY * 4)
    slow.mockClear()
    queue.add({ kind: 'sweep', id: 3 })
    await vi.advanceTimersByTimeAsync(EVERY * 2)
    queue.add({ kind: 'sweep', id: 3 })
    await vi.advanceTimersByTimeAsync(EVERY * 20)
    expect(slow).toHaveBeenCalledTimes(2)
    expect(most).toBe(1)
  })

  it('re-read everything after the stream was away', async () => {
    const worker = await shown(['worker', 'list'])
    const board = await shown(['leaderboard', 'wordnet', {}])
    queue.addAll()
    await vi.advanceTimersByTimeAsync(0)
    expect(worker).toHaveBeenCalledTimes(1)
    expect(board).toHaveBeenCalledTimes(1)
  })
})
