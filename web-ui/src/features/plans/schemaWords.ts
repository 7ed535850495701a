import { ITEM } from './definitionContext'
import type { DefinitionContext } from './definitionContext'

/** The part of JSON Schema that the definition's schema uses. */
export interface Schema {
  $ref?: string
  $defs?: Record<string, Schema>
  description?: string
  type?: string | string[]
  enum?: (string | number)[]
  default?: unknown
  properties?: Record<string, Schema>
  propertyNames?: Schema
  additionalProperties?: Schema | boolean
  items?: Schema
  anyOf?: Schema[]
}

/** A word that may stand at the cursor. */
export interface SchemaWord {
  label: string
  description?: string
  /** Whether it is what stands there if nothing does. */
  standard?: boolean
}

/** All words that the schema allows there. */
export function wordsAt(schema: Schema, { path, writes, present }: Pick<DefinitionContext, 'path' | 'writes' | 'present'>): SchemaWord[] {
  const here = path.reduce((found, step) => found.flatMap((one) => below(schema, one, step)), alternatives(schema, schema))
  const words = writes === 'key' ? here.flatMap(keysOf).filter(({ label }) => !present.includes(label)) : here.flatMap(valuesOf)
  const own = writes === 'value' && words.length === 0 ? valuesOfSetting(schema, path) : []
  return [...new Map([...words, ...own].map((word) => [word.label, word])).values()]
}

/** A schema as all that it may be, references followed. */
function alternatives(root: Schema, schema: Schema): Schema[] {
  const target = schema.$ref === undefined ? [] : alternatives(root, referred(root, schema.$ref))
  const own = schema.properties !== undefined || schema.enum !== undefined || schema.type !== undefined || schema.items !== undefined
  const parts = schema.properties === undefined ? (schema.anyOf ?? []).flatMap((one) => alternatives(root, one)) : []
  return [...(own ? [schema] : []), ...target, ...parts]
}

function referred(root: Schema, reference: string): Schema {
  const steps = reference.replace(/^#\//, '').split('/')
  return steps.reduce<unknown>((at, step) => (at as Record<string, unknown> | undefined)?.[step], root) as Schema
}

function below(root: Schema, schema: Schema, step: string): Schema[] {
  if (step === ITEM) return schema.items === undefined ? [] : alternatives(root, schema.items)
  const property = schema.properties?.[step]
  if (property !== undefined) return alternatives(root, property)
  return typeof schema.additionalProperties === 'object' ? alternatives(root, schema.additionalProperties) : []
}

function keysOf({ properties, propertyNames }: Schema): SchemaWord[] {
  const named = Object.entries(properties ?? {}).map(([label, { description }]) => ({ label, description }))
  return [...named, ...(propertyNames?.enum ?? []).map((label) => ({ label: String(label) }))]
}

function valuesOf(schema: Schema): SchemaWord[] {
  const values = schema.enum ?? (schema.type === 'boolean' ? ['true', 'false'] : [])
  const words = values.map((value) => ({ label: String(value), standard: value === schema.default }))
  const standard = schema.default
  return words.length > 0 || (typeof standard !== 'number' && typeof standard !== 'string')
    ? words
    : [{ label: String(standard), standard: true }]
}

/** Choices of a parameter, and values under when, are those of the setting that they are about. */
function valuesOfSetting(root: Schema, path: string[]): SchemaWord[] {
  const fields = path.filter((step) => step !== ITEM)
  const asked = fields.at(-2) === 'when' ? fields.at(-1) : ['choices', 'low', 'high'].includes(fields.at(-1) ?? '') ? fields.at(-2) : undefined
  if (asked === undefined) return []
  if (asked === 'variant') return alternatives(root, root.properties!.variants!.items!).flatMap(valuesOf)
  const setting = root.$defs?.settings?.properties?.[asked]
  return setting === undefined ? [] : alternatives(root, setting).flatMap(valuesOf)
}
