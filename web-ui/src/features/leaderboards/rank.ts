import type { Leaderboard, LeaderboardRow } from '@/shared/api/types'

type Ranked = Pick<LeaderboardRow, 'rank' | 'rankLow' | 'rankHigh'>

/** The ranks that a row may have at the board's confidence: `2`, or `1–3` where noise allows several. */
export function rankText({ rank, rankLow, rankHigh }: Ranked): string {
  if (rank === null) return '–'
  if (rankLow === null || rankHigh === null || rankLow === rankHigh) return String(rank)
  return `${rankLow}–${rankHigh}`
}

/** Where a row stands in its group of ties, for a bracket along the group. */
export function bracket(rows: Pick<LeaderboardRow, 'tieGroup'>[], index: number): 'none' | 'first' | 'middle' | 'last' {
  const group = rows[index]?.tieGroup
  if (group == null) return 'none'
  const before = rows[index - 1]?.tieGroup === group
  const after = rows[index + 1]?.tieGroup === group
  if (before && after) return 'middle'
  if (after) return 'first'
  return before ? 'last' : 'none'
}

/** A row's variant, and where several rows have that variant the beginning of its configuration's hash. */
export function rowName(board: Pick<Leaderboard, 'rows'>, row: LeaderboardRow): string {
  const alone = board.rows.filter((other) => other.variant === row.variant).length === 1
  return alone ? row.variant : `${row.variant} ${row.configurationHash.slice(0, 8)}`
}

/** Of how many tasks a partial mean is: `6 of 9 tasks` out of `official[6 of 9 tasks: without ..]`. */
export function tasksOf(partialName: string): string {
  return /\[(\d+ of \d+ tasks)/.exec(partialName)?.[1] ?? partialName
}

/** What the board says about its first place, in one sentence; noise is not called a win. */
export function finding(rows: LeaderboardRow[], confidence: number, best = 'highest mean'): string | null {
  const ranked = rows.filter((row) => row.rank !== null)
  const first = ranked[0]
  if (first === undefined) return null
  if (ranked.length === 1) return `${first.variant} is the only row with a score.`
  const level = `${Math.round(confidence * 100)} %`
  if (first.tiedWith.length === 0) return `${first.variant} is ahead of every other row at ${level} confidence.`
  return `${first.variant} has the ${best}, but at ${level} confidence it cannot be told from ${and(first.tiedWith)}.`
}

function and(names: string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`
}
