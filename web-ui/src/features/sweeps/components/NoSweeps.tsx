import { Code } from '@mantine/core'
import { EmptyState } from '@/shared/ui/EmptyState'
import { LinkButton } from '@/shared/ui/LinkButton'

/** Teaches how the first sweep comes to be. */
export function NoSweeps() {
  return (
    <EmptyState title="No sweep yet">
      <p>
        A sweep compares variants on the same datasets, with the same seeds and the same budget. It is a few lines of YAML:
        which variants, which datasets, how many seeds, and which settings to search.
      </p>
      <p>From a terminal, the sweep that ships trains four variants on WordNet text in a few minutes:</p>
      <Code block>./hypersweep submit sweeps/definitions/demo.yaml --watch</Code>
      <p>Or write one here; the editor starts from the same file and says what it would do before anything is queued.</p>
      <LinkButton to="/sweeps/new" size="xs" mt="xs">
        New sweep
      </LinkButton>
    </EmptyState>
  )
}
