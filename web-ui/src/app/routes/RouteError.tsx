import { useRouter, type ErrorComponentProps } from '@tanstack/react-router'
import { ErrorState } from '@/shared/ui/ErrorState'

/** An error inside a page leaves the shell standing. */
export function RouteError({ error, reset }: ErrorComponentProps) {
  const router = useRouter()
  return (
    <ErrorState
      error={error}
      retry={() => {
        reset()
        void router.invalidate()
      }}
    />
  )
}
