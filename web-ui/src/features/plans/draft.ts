/** A draft outlives a reload. There is one for a new sweep and one for each sweep that is being cloned. */
function nameOf(from: number | undefined): string {
  return from === undefined ? 'hypersweep.draft' : `hypersweep.draft.${from}`
}

export function readDraft(from: number | undefined): string | null {
  return localStorage.getItem(nameOf(from))
}

export function keepDraft(from: number | undefined, source: string): void {
  try {
    localStorage.setItem(nameOf(from), source)
  } catch {
    // A full or forbidden store costs the draft, not the page.
  }
}

export function dropDraft(from: number | undefined): void {
  localStorage.removeItem(nameOf(from))
}
