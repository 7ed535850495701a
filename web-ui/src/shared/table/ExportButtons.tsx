import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { curlOf } from '@/shared/api/curl'
import { CheckIcon, DownloadIcon, TerminalIcon } from '@/shared/ui/icons'

interface Props {
  /** The request that this view is made of. */
  path: string
  csv?: { name: string; text: () => string }
}

/** The same view for programs: as a request, and as a file of the rows on show. */
export function ExportButtons({ path, csv }: Props) {
  const clipboard = useClipboard({ timeout: 1500 })
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        leftSection={clipboard.copied ? <CheckIcon /> : <TerminalIcon />}
        onClick={() => clipboard.copy(curlOf(path))}
      >
        {clipboard.copied ? 'Copied' : 'Copy curl'}
      </Button>
      {csv && (
        <Button size="compact-sm" variant="default" leftSection={<DownloadIcon />} onClick={() => save(csv.name, csv.text())}>
          CSV
        </Button>
      )}
    </>
  )
}

function save(name: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type: 'text/csv' }))
  link.download = name
  link.click()
  URL.revokeObjectURL(link.href)
}
