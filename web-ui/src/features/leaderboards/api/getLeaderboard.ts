import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { api } from '@/shared/api/client'
import { answerOf } from '@/shared/api/problem'

export interface LeaderboardQuery {
  protocol?: string
  rows?: 'best' | 'all'
}

export const leaderboardOptions = (benchmark: string, query: LeaderboardQuery) =>
  queryOptions({
    queryKey: ['leaderboard', benchmark, query],
    queryFn: ({ signal }) =>
      answerOf(api.GET('/api/v1/leaderboards/{benchmark}', { params: { path: { benchmark }, query }, signal })),
    placeholderData: (previous, previousQuery) =>
      previousQuery?.queryKey[1] === benchmark ? keepPreviousData(previous) : undefined,
  })

export const useLeaderboard = (benchmark: string, query: LeaderboardQuery) => useQuery(leaderboardOptions(benchmark, query))
