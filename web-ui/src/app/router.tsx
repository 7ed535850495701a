import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { readSweepsSearch } from '@/features/sweeps/sweepsSearch'
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

export const router = createRouter({
  routeTree: root.addChildren([
    home,
    sweeps,
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
