import type { MetricArray } from '@/shared/api/types'

/** Similarities of the parts of one sparse layer: a row is compared with every expert. */
export interface SimilarityTable {
  title: string
  note: string
  /** What each row stands for: H, or an expert's number. */
  rows: string[]
  /** N per row; null for a row whose expert was selected by no token. */
  values: (number[] | null)[]
}

const PREFIX = 'similarity/'

/** The tables of the latest analysis of a run, those of the first sparse layer first. */
export function similarityTables(arrays: MetricArray[]): SimilarityTable[] {
  const latest = new Map(arrays.filter(({ name }) => name.startsWith(PREFIX)).map(({ name, values }) => [name.slice(PREFIX.length), values.at(-1) ?? []]))
  const layers = latest.get('selected_cosine')?.length ?? 0
  return Array.from({ length: layers }, (_, index) => index + 1).flatMap((layer) => {
    const of = (name: string) => latest.get(`${name}/${layer}`) ?? []
    const tokens = of('tokens')
    const experts = tokens.map((_, expert) => String(expert))
    const measured = (table: number[]) => inRows(table, tokens.length).map((row, expert) => (tokens[expert] === 0 ? null : row))
    return [
      {
        title: `Sparse layer ${layer}: H and experts`,
        note: 'cosine of their outputs, mean over the tokens of the selected expert (row)',
        rows: experts,
        values: measured(of('cosine')),
      },
      {
        title: `Sparse layer ${layer}: experts among themselves`,
        note: 'the same with the selected expert (row) in the place of H: the yardstick',
        rows: experts,
        values: measured(of('cosine_experts')),
      },
      {
        title: `Sparse layer ${layer}: linear CKA`,
        note: 'over all tokens; H with each expert, then the experts among themselves',
        rows: ['H', ...experts],
        values: inRows([...of('cka'), ...of('cka_experts')], tokens.length),
      },
    ]
  })
}

function inRows(flat: number[], length: number): number[][] {
  return length === 0 ? [] : Array.from({ length: flat.length / length }, (_, row) => flat.slice(row * length, (row + 1) * length))
}
