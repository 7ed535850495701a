import classes from './StateBadge.module.css'

type Look = 'good' | 'live' | 'wait' | 'warn' | 'bad' | 'off'

const LOOKS: Record<string, { look: Look; glyph: string; word: string }> = {
  WAITING: { look: 'wait', glyph: '○', word: 'waiting' },
  HELD: { look: 'warn', glyph: '‖', word: 'held' },
  PAUSED: { look: 'warn', glyph: '‖', word: 'paused' },
  LEASED: { look: 'live', glyph: '●', word: 'running' },
  RUNNING: { look: 'live', glyph: '●', word: 'running' },
  ACTIVE: { look: 'live', glyph: '●', word: 'running' },
  BUSY: { look: 'live', glyph: '●', word: 'busy' },
  IDLE: { look: 'good', glyph: '○', word: 'idle' },
  STOPPED: { look: 'off', glyph: '⏹', word: 'stopped' },
  LOST: { look: 'bad', glyph: '✕', word: 'lost' },
  EXPIRED: { look: 'bad', glyph: '✕', word: 'expired' },
  SUPERSEDED: { look: 'off', glyph: '⊘', word: 'superseded' },
  SUCCEEDED: { look: 'good', glyph: '✓', word: 'succeeded' },
  ACCEPTED: { look: 'good', glyph: '✓', word: 'accepted' },
  COMPLETED: { look: 'good', glyph: '✓', word: 'completed' },
  FINISHED: { look: 'good', glyph: '✓', word: 'finished' },
  PRUNED: { look: 'warn', glyph: '✂', word: 'pruned' },
  FAILED: { look: 'bad', glyph: '✕', word: 'failed' },
  CANCELLED: { look: 'off', glyph: '⊘', word: 'cancelled' },
  PROBLEM: { look: 'bad', glyph: '✕', word: 'problem' },
  WARNING: { look: 'warn', glyph: '!', word: 'warning' },
  HINT: { look: 'off', glyph: 'i', word: 'hint' },
  GOOD: { look: 'good', glyph: '✓', word: 'good' },
  JUDGED: { look: 'good', glyph: '✓', word: 'judged' },
}

/** A state in glyph, word and colour, so that none of them has to be seen alone. */
export function StateBadge({ state }: { state: string }) {
  const { look, glyph, word } = LOOKS[state] ?? { look: 'off', glyph: '·', word: state.toLowerCase() }
  return (
    <span className={classes.badge} data-look={look} data-state={state}>
      <span className={classes.glyph} aria-hidden>
        {glyph}
      </span>
      {word}
    </span>
  )
}
