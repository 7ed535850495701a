import { useNavigate } from '@tanstack/react-router'
import { useEffect, useEffectEvent } from 'react'
import { KeySequence } from './shortcuts'

interface Actions {
  sheet: () => void
  jump: () => void
}

/** The keyboard of the whole page; keys typed into a field or a dialog are the field's. */
export function useShortcuts({ sheet, jump }: Actions): void {
  const navigate = useNavigate()
  const act = useEffectEvent((sequence: string): void => {
    if (sequence === 'g s') void navigate({ to: '/sweeps' })
    else if (sequence === 'g l') void navigate({ to: '/leaderboards' })
    else if (sequence === 'g w') void navigate({ to: '/workers' })
    else if (sequence === 'n') void navigate({ to: '/sweeps/new' })
    else if (sequence === '?') sheet()
  })
  const open = useEffectEvent(jump)
  useEffect(() => {
    const keys = new KeySequence()
    const listen = (event: KeyboardEvent) => {
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'k') {
        event.preventDefault()
        open()
        return
      }
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target)) return
      const sequence = keys.press(event.key, event.timeStamp)
      if (sequence !== null) act(sequence)
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [])
}

function isTaken(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('input, textarea, select, [contenteditable="true"], [role="dialog"]') !== null
}
