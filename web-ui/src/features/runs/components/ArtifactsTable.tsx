import type { Run } from '@/shared/api/types'
import { bytes, count } from '@/shared/format/number'
import { DataTable, type Column } from '@/shared/table/DataTable'

type Artifact = Run['artifacts'][number]

const columns: Column<Artifact>[] = [
  { id: 'name', header: 'Name', cell: (artifact) => artifact.name },
  { id: 'kind', header: 'Kind', cell: (artifact) => artifact.kind ?? (artifact.step === null ? 'file' : 'checkpoint') },
  { id: 'step', header: 'Step', numeric: true, cell: (artifact) => count(artifact.step) },
  { id: 'bytes', header: 'Size', numeric: true, cell: (artifact) => bytes(artifact.bytes) },
  { id: 'attempt', header: 'Attempt', numeric: true, cell: (artifact) => artifact.attemptId },
  { id: 'sha256', header: 'SHA-256', cell: (artifact) => <code title={artifact.sha256}>{artifact.sha256.slice(0, 16)}…</code> },
]

export function ArtifactsTable({ artifacts }: { artifacts: Artifact[] }) {
  return (
    <DataTable
      label="Artifacts"
      rows={artifacts}
      columns={columns}
      rowKey={(artifact) => `${artifact.attemptId}/${artifact.name}/${artifact.step ?? ''}`}
    />
  )
}
