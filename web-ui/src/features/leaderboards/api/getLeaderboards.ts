import { queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export const leaderboardsOptions = queryOptions({
  queryKey: ['leaderboard', 'list'],
  queryFn: ({ signal }) => answerOf(api.GET('/api/v1/leaderboards', { signal })),
})

export const useLeaderboards = () => useQuery(leaderboardsOptions)
