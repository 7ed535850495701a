import type { Problem, ProblemPlace } from './types'

/** An answer that is not the one asked for, in the words of the orchestrator's problem details. */
export class ProblemError extends Error {
  readonly status: number
  readonly title: string
  readonly detail: string
  readonly requestId: string | null
  readonly places: ProblemPlace[]

  constructor(problem: Partial<Problem>, status: number, requestId: string | null = null) {
    const title = problem.title ?? `Answer ${status}`
    super(title)
    this.name = 'ProblemError'
    this.status = status
    this.title = title
    this.detail = problem.detail ?? ''
    this.requestId = problem.requestId ?? requestId
    this.places = problem.errors ?? []
  }

  /** Whether asking again may help without anybody changing anything. */
  get passing(): boolean {
    return this.status === 0 || this.status === 503
  }
}

const UNREACHABLE: Partial<Problem> = {
  title: 'The orchestrator does not answer',
  detail: 'It may be stopped or restarting. `./hypersweep up` starts it; this page goes on by itself when it is back.',
}

interface Call<T> {
  data?: T
  error?: unknown
  response: Response
}

/** The data of an answer, or a ProblemError, whatever went wrong. */
export async function answerOf<T>(call: Promise<Call<T>>): Promise<T> {
  let result: Call<T>
  try {
    result = await call
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause
    throw new ProblemError(UNREACHABLE, 0)
  }
  const { data, error, response } = result
  if (response.ok && data !== undefined) return data
  throw problemOf(error, response)
}

export function problemOf(body: unknown, response: Response): ProblemError {
  const problem = typeof body === 'object' && body !== null ? (body as Partial<Problem>) : {}
  const gateway = response.status === 502 || response.status === 504
  return new ProblemError(
    gateway && !problem.title ? UNREACHABLE : problem,
    gateway ? 0 : response.status,
    response.headers.get('X-Request-Id'),
  )
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(thrown: unknown): ProblemError {
  if (thrown instanceof ProblemError) return thrown
  const detail = thrown instanceof Error ? thrown.message : String(thrown)
  return new ProblemError({ title: 'The page ran into an error', detail }, -1)
}
