import type { Audit } from '@/shared/api/types'

interface Words {
  tone: 'good' | 'bad' | 'warn' | 'live'
  title: string
}

/** An audit's outcome in words; until it is judged, what it waits for. */
export function verdictWords(audit: Pick<Audit, 'state' | 'verdict' | 'firstDifference'>): Words {
  switch (audit.verdict) {
    case 'BIT_IDENTICAL':
      return { tone: 'good', title: 'Bit-identical' }
    case 'DIFFERENT':
      return {
        tone: 'bad',
        title: audit.firstDifference === null ? 'Different' : `Different from step ${audit.firstDifference} on`,
      }
    case 'SEAL_BROKEN':
      return { tone: 'bad', title: 'The manifest’s seal is broken' }
    case 'NOT_REPRODUCIBLE':
      return { tone: 'warn', title: 'Could not be executed again' }
    default:
      return { tone: 'live', title: audit.state === 'WAITING' ? 'Waiting for a worker' : 'Being executed again' }
  }
}
