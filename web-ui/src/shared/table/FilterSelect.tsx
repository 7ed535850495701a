import { NativeSelect } from '@mantine/core'

interface Props<T extends string> {
  label: string
  any: string
  value: T | undefined
  choices: readonly T[]
  word?: (choice: T) => string
  onChange: (value: T | undefined) => void
}

/** One choice out of few, or any. */
export function FilterSelect<T extends string>({ label, any, value, choices, word, onChange }: Props<T>) {
  return (
    <NativeSelect
      size="xs"
      aria-label={label}
      value={value ?? ''}
      onChange={(event) => onChange(choices.find((choice) => choice === event.currentTarget.value))}
      data={[{ value: '', label: any }, ...choices.map((choice) => ({ value: choice, label: word?.(choice) ?? choice }))]}
    />
  )
}
