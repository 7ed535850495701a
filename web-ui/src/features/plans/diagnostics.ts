import type { Diagnostic } from '@codemirror/lint'
import type { Text } from '@codemirror/state'
import type { ProblemPlace } from '@/shared/api/types'

/** The offset of a place. Places outside the text, which may have changed since, are moved to its nearest end. */
export function positionOf(doc: Text, { line, column }: Pick<ProblemPlace, 'line' | 'column'>): number {
  const at = doc.line(Math.min(Math.max(line ?? 1, 1), doc.lines))
  return Math.min(at.from + Math.max((column ?? 1) - 1, 0), at.to)
}

/** The server's errors as the editor's marks, each as long as the word it begins at. */
export function diagnosticsOf(doc: Text, places: ProblemPlace[]): Diagnostic[] {
  return places
    .map((place): Diagnostic => {
      const from = positionOf(doc, place)
      const line = doc.lineAt(from)
      const word = /^[^\s,[\]{}]+/.exec(line.text.slice(from - line.from))?.[0] ?? ''
      const to = word === '' ? line.to : from + word.length
      return { from, to, severity: 'error', message: placeText(place) }
    })
    .sort((one, other) => one.from - other.from)
}

export function placeText({ message, fix }: ProblemPlace): string {
  return fix ? `${message}. ${fix[0]!.toUpperCase()}${fix.slice(1)}.` : message
}
