export interface JumpTarget {
  label: string
  note: string
  href: string
}

const PAGES: JumpTarget[] = [
  { label: 'Sweeps', note: 'page', href: '/sweeps' },
  { label: 'New sweep', note: 'page', href: '/sweeps/new' },
  { label: 'Leaderboards', note: 'page', href: '/leaderboards' },
  { label: 'Workers', note: 'page', href: '/workers' },
]

/** Leaderboards whose name or title holds the text; none before something was typed. */
export function boardTargets(typed: string, boards: { name: string; title: string }[]): JumpTarget[] {
  const wanted = typed.trim().toLowerCase()
  if (wanted === '') return []
  return boards
    .filter(({ name, title }) => `${name} ${title}`.toLowerCase().includes(wanted))
    .map(({ name, title }) => ({ label: title, note: `leaderboard ${name}`, href: `/leaderboards/${name}` }))
}

/** Pages that a text may mean; a number may be a sweep's or a run's. */
export function pageTargets(typed: string): JumpTarget[] {
  const wanted = typed.trim().toLowerCase()
  const number = /^(?:sweep|run)?\s*#?(\d{1,15})$/.exec(wanted)?.[1]
  const numbered =
    number === undefined
      ? []
      : [
          { label: `Sweep ${number}`, note: 'by id', href: `/sweeps/${number}` },
          { label: `Run ${number}`, note: 'by id', href: `/runs/${number}` },
        ].filter((target) => !/^[a-z]/.test(wanted) || target.label.toLowerCase().startsWith(wanted[0]!))
  return [...numbered, ...PAGES.filter((page) => page.label.toLowerCase().includes(wanted))]
}
