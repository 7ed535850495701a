import { Link } from '@tanstack/react-router'
import { EmptyState } from '@/shared/ui/EmptyState'
import { usePageTitle } from '@/shared/ui/usePageTitle'

export function NotFoundPage() {
  usePageTitle('Not found')
  return (
    <EmptyState title="There is no such page">
      <p>
        The address may be mistyped, or made by another version. Pages that exist: <Link to="/sweeps">sweeps</Link>,{' '}
        <Link to="/leaderboards">leaderboards</Link>, <Link to="/workers">workers</Link>.
      </p>
    </EmptyState>
  )
}
