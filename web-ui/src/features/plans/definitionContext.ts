/** Where the cursor stands in a definition. */
export interface DefinitionContext {
  /** Field names from the outermost; [] for an item of a list. */
  path: string[]
  /** Whether the name of a field is being written, or a value. */
  writes: 'key' | 'value'
  /** Where the word under the cursor begins. */
  from: number
  /** Fields that the mapping has already, as far as it stands before the cursor. */
  present: string[]
}

export const ITEM = '[]'

interface Level {
  /** -1 in flow style. */
  indent: number
  open: '{' | '[' | ''
  key: string | null
  keys: string[]
}

const WORD = /[\w./+-]*$/
const BLOCK_KEY = /^("[^"\n]*"|'[^'\n]*'|[^\s#"'[\]{},:-][^\n#:{}[\]]*|-[^\s\n:]+)\s*:(?=\s|$)/

/** Reads what stands before the cursor; a text that is not finished, as one that is being written always is. */
export function contextAt(text: string, position: number): DefinitionContext {
  const before = text.slice(0, position)
  const word = WORD.exec(before)![0]
  const levels: Level[] = []
  const flow = () => levels.at(-1)?.indent === -1
  let at = 0
  let writes: 'key' | 'value' = 'key'
  while (at < before.length) {
    if (!flow()) {
      const end = lineEnd(before, at)
      const line = before.slice(at, end)
      const begun = beginLine(levels, line)
      writes = begun.writes
      at += begun.length
    }
    at = scanValue(before, at, levels)
  }
  if (before === '' || before.endsWith('\n')) {
    if (!flow()) {
      drop(levels, 0)
      writes = 'key'
    }
  }
  const top = levels.at(-1)
  if (flow()) writes = top!.open === '{' && top!.key === null ? 'key' : 'value'
  const indent = lineIndent(before)
  if (!flow() && writes === 'key') drop(levels, indent)
  const path = levels.flatMap((level) => (level.open === '[' ? [ITEM] : level.key === null ? [] : [level.key]))
  return { path, writes, from: position - word.length, present: presentAt(levels, before, indent, flow()) }
}

function lineEnd(text: string, at: number): number {
  const end = text.indexOf('\n', at)
  return end < 0 ? text.length : end
}

function lineIndent(before: string): number {
  const line = before.slice(before.lastIndexOf('\n') + 1)
  return /^[\s-]*/.exec(line)![0].length
}

/** Closes what ends at a line of this indentation. */
function drop(levels: Level[], indent: number) {
  while (levels.length > 0 && levels.at(-1)!.indent >= indent) levels.pop()
}

/** Reads indentation, dashes and key of a line in block style. */
function beginLine(levels: Level[], line: string): { length: number; writes: 'key' | 'value' } {
  let length = /^ */.exec(line)![0].length
  if (length === line.length || line[length] === '#') {
    return { length: line.length, writes: 'key' }
  }
  while (line.startsWith('- ', length) || line.slice(length) === '-') {
    while (levels.length > 0 && (levels.at(-1)!.indent > length || (levels.at(-1)!.indent === length && levels.at(-1)!.open === '['))) {
      levels.pop()
    }
    levels.push({ indent: length, open: '[', key: null, keys: [] })
    length += 1
    length += /^ */.exec(line.slice(length))![0].length
    const key = BLOCK_KEY.exec(line.slice(length))
    if (key === null && !line.startsWith('- ', length)) return { length, writes: line.slice(length) === '' ? 'key' : 'value' }
  }
  const key = BLOCK_KEY.exec(line.slice(length))
  if (key === null) return { length, writes: 'key' }
  drop(levels, length)
  levels.push({ indent: length, open: '', key: unquoted(key[1]!), keys: [] })
  return { length: length + key[0].length, writes: 'value' }
}

/** Reads flow style up to the end of the line, or further while brackets are open. */
function scanValue(text: string, from: number, levels: Level[]): number {
  let at = from
  let start = from
  while (at < text.length) {
    const char = text[at]!
    const top = levels.at(-1)
    const inFlow = top?.indent === -1
    if (char === '\n' && !inFlow) return at + 1
    if (char === '#' && (at === 0 || /\s/.test(text[at - 1]!))) {
      at = lineEnd(text, at)
      continue
    }
    if ((char === '"' || char === "'") && text.slice(start, at).trim() === '') {
      const close = text.indexOf(char, at + 1)
      if (close < 0) return text.length
      at = close + 1
      continue
    }
    if (char === '{' || char === '[') {
      if (text.slice(start, at).trim() === '' || inFlow) {
        levels.push({ indent: -1, open: char, key: null, keys: [] })
        start = at + 1
      }
    } else if (inFlow && (char === '}' || char === ']')) {
      levels.pop()
      start = at + 1
    } else if (inFlow && char === ',') {
      top.key = null
      start = at + 1
    } else if (inFlow && top.open === '{' && top.key === null && char === ':' && /^(\s|$)/.test(text.slice(at + 1, at + 2))) {
      top.key = unquoted(text.slice(start, at).trim())
      top.keys.push(top.key)
      start = at + 1
    }
    at += 1
  }
  return at
}

function unquoted(name: string): string {
  return name.trim().replace(/^(["'])(.*)\1$/, '$2')
}

/** The fields of the mapping at the cursor that were written before it. */
function presentAt(levels: Level[], before: string, indent: number, inFlow: boolean): string[] {
  if (inFlow) return levels.at(-1)!.keys
  const present: string[] = []
  const lines = before.split('\n').slice(0, -1).reverse()
  for (const line of lines) {
    const own = /^[\s-]*/.exec(line)![0].length
    if (line.trim() === '' || line.trim().startsWith('#') || own > indent) continue
    if (own < indent) break
    const key = BLOCK_KEY.exec(line.slice(own))
    if (key !== null) present.push(unquoted(key[1]!))
    if (line.slice(0, own).includes('-')) break
  }
  return present
}
