import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Change } from './change'
import { openLiveStream } from './liveStream'

describe('the live stream over a real connection', () => {
  let server: Server | undefined
  let close: (() => void) | undefined

  afterEach(() => {
    close?.()
    server?.closeAllConnections()
    server?.close()
  })

  it('hands on changes, tells when it drops, and comes back by itself', async () => {
    const open: ServerResponse[] = []
    server = createServer((_, response) => {
      response.writeHead(200, { 'Content-Type': 'text/event-stream' })
      response.write('retry: 20\n\n: heartbeat\n\n')
      open.push(response)
    })
    await new Promise<void>((done) => server!.listen(0, '127.0.0.1', done))
    const changes: Change[] = []
    const states: string[] = []
    close = openLiveStream(`http://127.0.0.1:${(server.address() as AddressInfo).port}/api/v1/live`, {
      opened: () => states.push('opened'),
      lost: () => states.push('lost'),
      changed: (change) => changes.push(change),
    })
    await vi.waitFor(() => expect(states).toEqual(['opened']))
    open[0]!.write('event: change\ndata: {"kind":"run","id":17}\n\n')
    await vi.waitFor(() => expect(changes).toEqual([{ kind: 'run', id: 17 }]))
    open[0]!.end()
    await vi.waitFor(() => expect(states).toEqual(['opened', 'lost', 'opened']), { timeout: 5000 })
    open[1]!.write('event: change\ndata: {"kind":"sweep","id":3}\n\n')
    await vi.waitFor(() => expect(changes).toHaveLength(2))
  })
})
