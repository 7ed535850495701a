import { describe, expect, it } from 'vitest'
import { answerOf, asProblem, ProblemError } from './problem'

function answer(status: number, body: unknown) {
  const response = new Response(null, { status, headers: { 'X-Request-Id': 'r-1' } })
  return Promise.resolve(response.ok ? { data: body, response } : { error: body, response })
}

describe('an answer', () => {
  it('is its data', async () => {
    await expect(answerOf(answer(200, { id: 1 }))).resolves.toEqual({ id: 1 })
  })

  it('that is a problem keeps title, detail, places and request id', async () => {
    const places = [{ line: 7, column: 3, message: 'low 0.1 is above high 0.001', fix: 'exchange low and high' }]
    const body = { title: 'The definition is not valid', status: 422, detail: 'one error', errors: places }
    await expect(answerOf(answer(422, body))).rejects.toMatchObject({
      title: 'The definition is not valid', detail: 'one error', status: 422, requestId: 'r-1', places,
    })
  })

  it('that never came says what to do, and may be asked for again', async () => {
    const error = await answerOf(Promise.reject(new TypeError('fetch failed'))).catch((thrown: unknown) => thrown)
    expect(error).toBeInstanceOf(ProblemError)
    expect(asProblem(error).passing).toBe(true)
    expect(asProblem(error).detail).toContain('./hypersweep up')
  })

  it('that is no problem document is still shown', async () => {
    await expect(answerOf(answer(500, '<html>'))).rejects.toMatchObject({ title: 'Answer 500', requestId: 'r-1' })
    expect(asProblem('boom').title).not.toBe('')
  })
})
