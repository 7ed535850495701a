import { problemOf } from './problem'
import { authorization } from './token'

/** Saves an answer of the server as a file. Unlike a plain link it can send a token. */
export async function download(path: string, name: string): Promise<void> {
  const response = await fetch(path, { headers: authorization() })
  if (!response.ok) throw problemOf(await response.json().catch(() => null), response)
  save(await response.blob(), name)
}

export function save(content: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(content)
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
