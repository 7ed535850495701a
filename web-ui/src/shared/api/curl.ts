import { readToken } from './token'

type Parameters = Record<string, string | number | undefined>

/** A path with its query; what is undefined is left out. */
export function pathOf(path: string, query: Parameters = {}): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined) search.set(name, String(value))
  }
  const text = search.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The request as a command line. A token is named, never printed. */
export function curlOf(path: string): string {
  const token = readToken() === null ? '' : ` -H "Authorization: Bearer $HYPERSWEEP_TOKEN"`
  return `curl -s${token} '${globalThis.location?.origin ?? ''}${path}'`
}
