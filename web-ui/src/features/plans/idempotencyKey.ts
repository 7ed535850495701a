/** Remembers one key per content: sending the same again is the same request, sending another is another one. */
export class IdempotencyKeys {
  private content: string | null = null
  private key = ''

  keyFor(content: string): string {
    if (content !== this.content) {
      this.content = content
      this.key = newKey()
    }
    return this.key
  }

  /** The request was answered: the same content sent once more is meant once more. */
  forget(): void {
    this.content = null
  }
}

/** 128 random bits. Unlike randomUUID this also exists on pages that do not come over https. */
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
