import type { paths } from './schema'

type Get = { [P in keyof paths as paths[P] extends { get: object } ? P : never]: paths[P] extends { get: infer O } ? O : never }

/** What a GET answers. Types are named by their request, so that no name of the document's own is relied on. */
type Answer<P extends keyof Get> = Get[P] extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : never

/** What a GET may be asked for. */
export type QueryOf<P extends keyof Get> = Get[P] extends { parameters: { query?: infer Q } } ? NonNullable<Q> : never

type Body<O> = O extends { content: { 'application/json': infer T } } ? T : never

export type Catalogue = Answer<'/api/v1/catalogue'>
export type Plan = Body<paths['/api/v1/plans']['post']['responses'][200]>
export type SweepSummary = Answer<'/api/v1/sweeps'>['items'][number]
export type SweepState = SweepSummary['state']
export type RunCounts = SweepSummary['runs']
export type Objective = SweepSummary['objective']
export type Sweep = Answer<'/api/v1/sweeps/{id}'>
export type Front = NonNullable<Sweep['front']>
export type FrontTrial = Front['trials'][number]
export type Outcome = Answer<'/api/v1/sweeps/{id}/outcomes'>['trials'][number]
export type Trial = Answer<'/api/v1/sweeps/{id}/trials'>['items'][number]
export type Cell = Trial['cells'][number]
export type Health = Answer<'/api/v1/sweeps/{id}/health'>
export type Finding = Health['findings'][number]
export type ParameterImportance = Health['importances'][number]
export type Rung = Answer<'/api/v1/sweeps/{id}/rungs'>[number]
export type RunSummary = Answer<'/api/v1/sweeps/{id}/runs'>['items'][number]
export type Run = Answer<'/api/v1/runs/{id}'>
export type Curves = Answer<'/api/v1/sweeps/{id}/curves'>
export type Curve = Curves['curves'][number]
export type Series = Answer<'/api/v1/runs/{id}/metrics'>['series'][number]
export type MetricArray = Answer<'/api/v1/runs/{id}/metric-arrays'>['arrays'][number]
export type RunPredictions = Answer<'/api/v1/runs/{id}/predictions'>
export type Prediction = RunPredictions['items'][number]
export type Comparison = Answer<'/api/v1/comparisons/predictions'>
export type ComparisonDifference = Comparison['items'][number]
export type Audit = Answer<'/api/v1/runs/{id}/audits'>['items'][number]
export type Leaderboard = Answer<'/api/v1/leaderboards/{benchmark}'>
export type LeaderboardRow = Leaderboard['rows'][number]
export type LeaderboardCell = LeaderboardRow['cells'][number]
export type LeaderboardDataset = Leaderboard['datasets'][number]
export type Worker = Answer<'/api/v1/workers'>['items'][number]

/** RFC 9457 problem details; written down here because every error has them, whatever request it answers. */
export interface Problem {
  title: string
  status: number
  detail?: string
  requestId?: string
  errors?: ProblemPlace[]
}

/** A place in the input that must be mended. Lines and columns count from 1. */
export interface ProblemPlace {
  line?: number | null
  column?: number | null
  field?: string | null
  message: string
  fix?: string | null
}
