// Tells eslint-plugin-boundaries what an import means: `@/x` is src/x, and extensions may be left out.
const { existsSync, statSync } = require('node:fs')
const { dirname, join } = require('node:path')

const source = join(__dirname, '..', 'src')
const endings = ['', '.ts', '.tsx', '.d.ts', '/index.ts']

exports.interfaceVersion = 2

exports.resolve = (name, file) => {
  const base = name.startsWith('@/') ? join(source, name.slice(2)) : name.startsWith('.') ? join(dirname(file), name) : null
  if (base === null) return { found: false }
  const path = endings.map((ending) => base + ending).find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
  return path === undefined ? { found: false } : { found: true, path }
}
