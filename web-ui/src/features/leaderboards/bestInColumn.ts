import type { Leaderboard } from '@/shared/api/types'

/** The greatest mean of each dataset, or the least where less is better. */
export function bestInColumn(board: Leaderboard): Map<string, number> {
  const best = new Map<string, number>()
  for (const { name, higherIsBetter } of board.datasets) {
    const means = board.rows.flatMap((row) => row.cells.find((cell) => cell.dataset === name)?.mean ?? [])
    if (means.length > 0) best.set(name, higherIsBetter ? Math.max(...means) : Math.min(...means))
  }
  return best
}
