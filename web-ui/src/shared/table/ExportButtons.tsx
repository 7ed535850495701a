import { Button } from '@mantine/core'
import { useClipboard } from '@mantine/hooks'
import { curlOf } from '@/shared/api/curl'
import { save } from '@/shared/api/download'
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
        size="xs"
        variant="default"
        leftSection={clipboard.copied ? <CheckIcon /> : <TerminalIcon />}
        onClick={() => clipboard.copy(curlOf(path))}
      >
        {clipboard.copied ? 'Copied' : 'Copy curl'}
      </Button>
      {csv && (
        <Button
          size="xs"
          variant="default"
          leftSection={<DownloadIcon />}
          title="The rows on show, with full precision"
          onClick={() => save(new Blob([csv.text()], { type: 'text/csv' }), csv.name)}
        >
          CSV
        </Button>
      )}
    </>
  )
}
