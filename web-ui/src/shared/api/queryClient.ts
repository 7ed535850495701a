import { QueryClient } from '@tanstack/react-query'
import { asProblem } from './problem'

/** Data is re-read when the live stream names it, so it stays fresh for longer than the usual moment. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => asProblem(error).passing && failures < 2,
      },
      mutations: { retry: false },
    },
  })
}
