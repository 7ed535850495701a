type Raw = Record<string, unknown>

/** Reads one parameter of an address. Strangers type addresses: what makes no sense is left out, never an error. */
export function text(raw: Raw, name: string): string | undefined {
  const value = raw[name]
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  return typeof value === 'string' && value !== '' ? value.slice(0, 500) : undefined
}

export function oneOf<T extends string>(raw: Raw, name: string, choices: readonly T[]): T | undefined {
  const value = text(raw, name)
  return choices.find((choice) => choice === value)
}

export function positive(raw: Raw, name: string): number | undefined {
  const value = Number(raw[name])
  return Number.isSafeInteger(value) && value > 0 ? value : undefined
}

export function flag(raw: Raw, name: string): true | undefined {
  return raw[name] === true || raw[name] === 'true' || raw[name] === 1 ? true : undefined
}

/** Names, as a list or joined by commas. */
export function list(raw: Raw, name: string): string[] | undefined {
  const value = raw[name]
  const parts = Array.isArray(value) ? value.filter((part) => typeof part === 'string') : text(raw, name)?.split(',')
  const named = parts?.filter((part) => part !== '').slice(0, 100)
  return named === undefined || named.length === 0 ? undefined : named
}
