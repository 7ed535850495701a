const KEY = 'hypersweep.token'

/** A client's token, needed only where the orchestrator is bound beyond loopback. It lives as long as the tab. */
export function readToken(): string | null {
  return globalThis.sessionStorage?.getItem(KEY) ?? null
}

export function keepToken(token: string): void {
  sessionStorage.setItem(KEY, token.trim())
}

export function authorization(): Record<string, string> {
  const token = readToken()
  return token ? { Authorization: `Bearer ${token}` } : {}
}
