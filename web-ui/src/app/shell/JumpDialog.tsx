import { Modal, TextInput } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { useQuery } from '@tanstack/react-query'
import { useRouter } from '@tanstack/react-router'
import { useState, type KeyboardEvent } from 'react'
import { useLeaderboards } from '@/features/leaderboards/api/getLeaderboards'
import { sweepsOptions } from '@/features/sweeps/api/getSweeps'
import classes from './JumpDialog.module.css'
import { boardTargets, pageTargets } from './jumpTargets'

/** Finds a page, a leaderboard or a sweep by name, or a sweep or run by number. */
export function JumpDialog({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  return (
    <Modal opened={opened} onClose={onClose} withCloseButton={false} padding={0} size="lg" yOffset="12vh" aria-label="Jump to">
      {opened && <JumpList onClose={onClose} />}
    </Modal>
  )
}

function JumpList({ onClose }: { onClose: () => void }) {
  const router = useRouter()
  const [typed, setTyped] = useState('')
  const [at, setAt] = useState(0)
  const [q] = useDebouncedValue(typed.trim(), 150)
  const { data } = useQuery(sweepsOptions({ q: q === '' ? undefined : q, sort: '-id' }, 7))
  const boards = useLeaderboards()
  const targets = [
    ...pageTargets(typed),
    ...boardTargets(typed, boards.data?.items ?? []),
    ...(data?.items ?? []).map((sweep) => ({ label: sweep.name, note: `sweep ${sweep.id}`, href: `/sweeps/${sweep.id}` })),
  ]
  const go = (href: string) => {
    onClose()
    void router.navigate({ to: href })
  }
  const listen = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && targets.length > 0) {
      event.preventDefault()
      setAt((at + step + targets.length) % targets.length)
    }
    const chosen = targets[at]
    if (event.key === 'Enter' && chosen) go(chosen.href)
  }
  return (
    <div>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className={classes.input}
        placeholder="A name of a sweep or leaderboard, a page, or a number"
        aria-label="Jump to"
        role="combobox"
        aria-expanded
        aria-controls="jump-list"
        aria-activedescendant={targets[at] ? `jump-${at}` : undefined}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          setAt(0)
        }}
        onKeyDown={listen}
      />
      <ul id="jump-list" role="listbox" aria-label="Targets" className={classes.list}>
        {targets.map((target, index) => (
          <li
            key={target.href + target.label}
            id={`jump-${index}`}
            role="option"
            aria-selected={index === at}
            onPointerMove={() => setAt(index)}
            onClick={() => go(target.href)}
          >
            <span>{target.label}</span>
            <span className="quiet">{target.note}</span>
          </li>
        ))}
        {targets.length === 0 && <li className={classes.none}>Nothing of that name</li>}
      </ul>
    </div>
  )
}
