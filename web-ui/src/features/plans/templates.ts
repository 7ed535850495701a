const files = import.meta.glob<string>('../../../../sweeps/definitions/*.yaml', { query: '?raw', import: 'default', eager: true })

export interface Template {
  name: string
  source: string
}

/** The sweeps that ship, to begin with; the demo comes first. */
export const templates: Template[] = Object.entries(files)
  .map(([path, source]) => ({ name: path.replace(/^.*\/|\.yaml$/g, ''), source }))
  .sort((one, other) => Number(other.name === 'demo') - Number(one.name === 'demo') || one.name.localeCompare(other.name))
