import { Button, Menu } from '@mantine/core'
import type { Template } from '../templates'

/** Begins again with one of the sweeps that ship. */
export function TemplateMenu({ templates, onChoose }: { templates: Template[]; onChoose: (source: string) => void }) {
  if (templates.length === 0) return null
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="xs" variant="default">
          Start from…
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>Replaces what is written</Menu.Label>
        {templates.map((template) => (
          <Menu.Item key={template.name} onClick={() => onChoose(template.source)}>
            {template.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
