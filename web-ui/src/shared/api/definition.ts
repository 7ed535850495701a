/** A definition as a request's body: the text as it is, for the reader of YAML understands JSON too. */
export function asDefinition(source: string) {
  return { body: source, bodySerializer: (body: unknown) => String(body), headers: { 'Content-Type': 'application/yaml' } }
}
