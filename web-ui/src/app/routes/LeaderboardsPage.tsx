import { Link } from '@tanstack/react-router'
import { useLeaderboards } from '@/features/leaderboards/api/getLeaderboards'
import { BoardList } from '@/features/leaderboards/components/BoardList'
import { TableSkeleton } from '@/shared/table/TableSkeleton'
import { Awaited } from '@/shared/ui/Awaited'
import { EmptyState } from '@/shared/ui/EmptyState'
import { PageHead } from '@/shared/ui/PageHead'
import { usePageTitle } from '@/shared/ui/usePageTitle'

export function LeaderboardsPage() {
  usePageTitle('Leaderboards')
  const boards = useLeaderboards()
  return (
    <>
      <PageHead title="Leaderboards" about="Every stored result, ranked where it can be compared. What noise leaves open stays open." />
      <Awaited query={boards} skeleton={<TableSkeleton label="leaderboards" />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title="No leaderboard yet">
              <p>
                A leaderboard appears with the first result on a benchmark’s datasets. <Link to="/sweeps/new">Write a sweep</Link> with{' '}
                <code>datasets: [wordnet]</code> to fill the first one.
              </p>
            </EmptyState>
          ) : (
            <BoardList boards={items} />
          )
        }
      </Awaited>
    </>
  )
}
