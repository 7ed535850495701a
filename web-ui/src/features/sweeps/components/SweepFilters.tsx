import { NativeSelect, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useState } from 'react'
import { SearchIcon } from '@/shared/ui/icons'
import { SWEEP_STATES, type SweepsSearch } from '../sweepsSearch'
import classes from './sweeps.module.css'

interface Props {
  search: SweepsSearch
  onChange: (part: Partial<SweepsSearch>) => void
}

/** Narrows the list by text and state. */
export function SweepFilters({ search, onChange }: Props) {
  const [typed, setTyped] = useState(search.q ?? '')
  const [known, setKnown] = useState(search.q)
  if (search.q !== known) {
    setKnown(search.q)
    if ((search.q ?? '') !== typed.trim()) setTyped(search.q ?? '')
  }
  const send = useDebouncedCallback((q: string) => onChange({ q: q.trim() === '' ? undefined : q.trim() }), 250)
  return (
    <div className={classes.filters} role="search">
      <TextInput
        size="xs"
        w={220}
        aria-label="Filter by name"
        placeholder="Filter by name"
        leftSection={<SearchIcon />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value)
          send(event.currentTarget.value)
        }}
      />
      <NativeSelect
        size="xs"
        aria-label="State"
        value={search.state ?? ''}
        onChange={(event) => onChange({ state: (event.currentTarget.value || undefined) as SweepsSearch['state'] })}
        data={[{ value: '', label: 'Any state' }, ...SWEEP_STATES.map((state) => ({ value: state, label: state.toLowerCase() }))]}
      />
    </div>
  )
}
