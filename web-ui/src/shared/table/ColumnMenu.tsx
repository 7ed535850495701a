import { Button, Checkbox, Menu, Stack } from '@mantine/core'
import { ColumnsIcon } from '@/shared/ui/icons'

interface Props {
  columns: { id: string; header: string; optional?: boolean }[]
  hidden: string[]
  onChange: (hidden: string[]) => void
}

/** Which columns are shown. */
export function ColumnMenu({ columns, hidden, onChange }: Props) {
  const choices = columns.filter((column) => column.optional)
  if (choices.length === 0) return null
  const toggle = (id: string) => onChange(hidden.includes(id) ? hidden.filter((other) => other !== id) : [...hidden, id])
  return (
    <Menu closeOnItemClick={false} position="bottom-end" shadow="sm">
      <Menu.Target>
        <Button size="xs" variant="default" leftSection={<ColumnsIcon />}>
          Columns
        </Button>
      </Menu.Target>
      <Menu.Dropdown p="sm" mah={360} style={{ overflowY: 'auto' }}>
        <Stack gap={8}>
          {choices.map(({ id, header }) => (
            <Checkbox key={id} size="xs" label={header} checked={!hidden.includes(id)} onChange={() => toggle(id)} />
          ))}
        </Stack>
      </Menu.Dropdown>
    </Menu>
  )
}
