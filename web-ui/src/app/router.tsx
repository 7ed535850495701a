import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readSweepsSearch } from '@/features/sweeps/sweepsSearch'
import { readLeaderboardSearch } from '@/features/leaderboards/leaderboardSearch'
import { readNewSweepSearch } from '@/features/plans/newSweepSearch'
import { readCompareSearch, readPredictionsSearch } from '@/features/predictions/predictionsSearch'
import { readRunSearch } from '@/features/runs/runSearch'
import { readOverviewSearch, readSweepRunsSearch, readTrialsSearch } from '@/features/sweeps/sweepSearch'
import { PageSkeleton } from '@/shared/ui/PageSkeleton'
import { NotFoundPage } from './routes/NotFoundPage'
import { RouteError } from './routes/RouteError'
import { Shell } from './shell/Shell'

const root = createRootRoute({ component: Shell, notFoundComponent: NotFoundPage, errorComponent: RouteError })

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/sweeps', replace: true })
  },
})

const sweeps = createRoute({
  getParentRoute: () => root,
  path: '/sweeps',
  validateSearch: readSweepsSearch,
  component: lazyRouteComponent(() => import('./routes/SweepsPage'), 'SweepsPage'),
})

const newSweep = createRoute({
  getParentRoute: () => root,
  path: '/sweeps/new',
  validateSearch: readNewSweepSearch,
  component: lazyRouteComponent(() => import('./routes/NewSweepPage'), 'NewSweepPage'),
})

const sweep = createRoute({
  getParentRoute: () => root,
  path: '/sweeps/$id',
  component: lazyRouteComponent(() => import('./routes/sweep/SweepPage'), 'SweepPage'),
})
const sweepOverview = createRoute({
  getParentRoute: () => sweep,
  path: '/',
  validateSearch: readOverviewSearch,
  component: lazyRouteComponent(() => import('./routes/sweep/SweepOverview'), 'SweepOverview'),
})
const sweepTrials = createRoute({
  getParentRoute: () => sweep,
  path: 'trials',
  validateSearch: readTrialsSearch,
  component: lazyRouteComponent(() => import('./routes/sweep/SweepTrials'), 'SweepTrials'),
})
const sweepRuns = createRoute({
  getParentRoute: () => sweep,
  path: 'runs',
  validateSearch: readSweepRunsSearch,
  component: lazyRouteComponent(() => import('./routes/sweep/SweepRuns'), 'SweepRuns'),
})
const sweepDefinition = createRoute({
  getParentRoute: () => sweep,
  path: 'definition',
  component: lazyRouteComponent(() => import('./routes/sweep/SweepDefinition'), 'SweepDefinition'),
})

const run = createRoute({
  getParentRoute: () => root,
  path: '/runs/$id',
  component: lazyRouteComponent(() => import('./routes/run/RunPage'), 'RunPage'),
})
const runCurves = createRoute({
  getParentRoute: () => run,
  path: '/',
  validateSearch: readRunSearch,
  component: lazyRouteComponent(() => import('./routes/run/RunCurves'), 'RunCurves'),
})
const runRouting = createRoute({
  getParentRoute: () => run,
  path: 'routing',
  component: lazyRouteComponent(() => import('./routes/run/RunRouting'), 'RunRouting'),
})
const runLog = createRoute({
  getParentRoute: () => run,
  path: 'log',
  component: lazyRouteComponent(() => import('./routes/run/RunLog'), 'RunLog'),
})
const runManifest = createRoute({
  getParentRoute: () => run,
  path: 'manifest',
  component: lazyRouteComponent(() => import('./routes/run/RunManifest'), 'RunManifest'),
})
const runAudits = createRoute({
  getParentRoute: () => run,
  path: 'audits',
  component: lazyRouteComponent(() => import('./routes/run/RunAudits'), 'RunAudits'),
})
const runPredictions = createRoute({
  getParentRoute: () => run,
  path: 'predictions',
  validateSearch: readPredictionsSearch,
  component: lazyRouteComponent(() => import('./routes/run/RunPredictions'), 'RunPredictions'),
})
const runProvenance = createRoute({
  getParentRoute: () => run,
  path: 'provenance',
  component: lazyRouteComponent(() => import('./routes/run/RunProvenance'), 'RunProvenance'),
})

const leaderboards = createRoute({
  getParentRoute: () => root,
  path: '/leaderboards',
  component: lazyRouteComponent(() => import('./routes/LeaderboardsPage'), 'LeaderboardsPage'),
})
const leaderboard = createRoute({
  getParentRoute: () => root,
  path: '/leaderboards/$benchmark',
  validateSearch: readLeaderboardSearch,
  component: lazyRouteComponent(() => import('./routes/LeaderboardPage'), 'LeaderboardPage'),
})

const compare = createRoute({
  getParentRoute: () => root,
  path: '/compare',
  validateSearch: readCompareSearch,
  component: lazyRouteComponent(() => import('./routes/ComparePage'), 'ComparePage'),
})

const workers = createRoute({
  getParentRoute: () => root,
  path: '/workers',
  component: lazyRouteComponent(() => import('./routes/WorkersPage'), 'WorkersPage'),
})

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    sweeps,
    newSweep,
    sweep.addChildren([sweepOverview, sweepTrials, sweepRuns, sweepDefinition]),
    run.addChildren([runCurves, runPredictions, runRouting, runLog, runManifest, runAudits, runProvenance]),
    leaderboards,
    leaderboard,
    compare,
    workers,
  ]),
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteError,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
