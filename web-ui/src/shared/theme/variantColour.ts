export type Scheme = 'light' | 'dark'

/** Distinguishable without red-green sight (after Okabe and Ito), at 3:1 or more on both backgrounds. */
const KNOWN: Record<string, { light: string; dark: string }> = {
  dense: { light: '#66707f', dark: '#a3aebd' },
  moe: { light: '#0072b2', dark: '#56b4e9' },
  'moe-share': { light: '#008a64', dark: '#3cc79a' },
  'moe-adapters': { light: '#a8528a', dark: '#e08fc3' },
  'moe-matched': { light: '#946800', dark: '#e6b84a' },
  hypermoe: { light: '#cf5500', dark: '#ff9152' },
}

const OTHERS = [
  { light: '#b0305c', dark: '#f08aa8' },
  { light: '#4f7a1f', dark: '#a5cf6b' },
  { light: '#6a4fc0', dark: '#b3a1f2' },
  { light: '#8c4a2f', dark: '#d69b7d' },
  { light: '#2f7d86', dark: '#7fd0d8' },
]

/** The colour of a variant, the same on every page, decided by its name alone. */
export function variantColour(variant: string, scheme: Scheme): string {
  const known = KNOWN[variant] ?? OTHERS[hash(variant) % OTHERS.length]!
  return known[scheme]
}

function hash(name: string): number {
  let value = 7
  for (const letter of name) value = (value * 31 + letter.codePointAt(0)!) >>> 0
  return value
}
