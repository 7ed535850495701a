import type { Completion, CompletionContext, CompletionResult } from '@codemirror/autocomplete'
import { contextAt } from './definitionContext'
import { wordsAt } from './schemaWords'
import type { Schema } from './schemaWords'

/** Completes names and values of a definition by its schema, which may not be there yet. */
export function completeBy(schema: () => Schema | undefined) {
  return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
    const known = schema()
    if (known === undefined) return null
    const context = contextAt(state.doc.toString(), pos)
    if (!explicit && context.from === pos) return null
    const words = wordsAt(known, context)
    const keys = context.writes === 'key'
    const options = words.map(
      ({ label, description, standard }): Completion => ({
        label,
        type: keys ? 'property' : 'enum',
        apply: keys ? `${label}: ` : label,
        detail: standard ? 'standard' : undefined,
        info: description,
      }),
    )
    return options.length === 0 ? null : { from: context.from, options, validFor: /^[\w./+-]*$/ }
  }
}
