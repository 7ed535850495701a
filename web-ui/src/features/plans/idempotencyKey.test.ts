import { expect, it } from 'vitest'
import { IdempotencyKeys } from './idempotencyKey'

it('the same content keeps its key until it was answered; other content has another', () => {
  const keys = new IdempotencyKeys()
  const first = keys.keyFor('a')
  expect(first).toMatch(/^[0-9a-f]{32}$/)
  expect(keys.keyFor('a')).toBe(first)
  expect(keys.keyFor('b')).not.toBe(first)
  const again = keys.keyFor('b')
  keys.forget()
  expect(keys.keyFor('b')).not.toBe(again)
})
