import type { Series } from '@/shared/api/types'
import { count } from '@/shared/format/number'
import { Facts } from '@/shared/ui/Facts'
import { Panel } from '@/shared/ui/Panel'
import { cutOff, type CutOff } from '../cutOff'

/** How much of each split the model never saw, because it was longer than sequence_length. */
export function CutOffFacts({ series }: { series: Series[] }) {
  const splits = cutOff(series)
  if (splits.length === 0) return null
  return (
    <Panel title="Cut off" note="what is longer than sequence_length, or target_length where texts are written">
      <Facts facts={splits.map((one) => ({ name: one.split, value: words(one) }))} />
    </Panel>
  )
}

function words({ examples, tokens, of }: CutOff): string {
  if (tokens === 0) return `nothing of ${count(of)} tokens`
  const share = ((100 * tokens) / of).toFixed(1)
  return `${count(tokens)} of ${count(of)} tokens (${share} %), in ${count(examples)} ${examples === 1 ? 'example' : 'examples'}`
}
