import { Outlet } from '@tanstack/react-router'
import { useState } from 'react'
import { useLiveUpdates } from '@/shared/live/useLiveUpdates'
import { Header } from './Header'
import { JumpDialog } from './JumpDialog'
import { LiveBadge } from './LiveBadge'
import classes from './Shell.module.css'
import { ShortcutSheet } from './ShortcutSheet'
import { useShortcuts } from './useShortcuts'

/** What stands around every page. */
export function Shell() {
  useLiveUpdates()
  const [sheet, setSheet] = useState(false)
  const [jump, setJump] = useState(false)
  useShortcuts({ sheet: () => setSheet(true), jump: () => setJump(true) })
  return (
    <div className={classes.shell}>
      <a href="#content" className={classes.skip}>
        Skip to the content
      </a>
      <Header onJump={() => setJump(true)} onSheet={() => setSheet(true)} />
      <main id="content" className={classes.main} tabIndex={-1}>
        <LiveBadge />
        <Outlet />
      </main>
      <ShortcutSheet opened={sheet} onClose={() => setSheet(false)} />
      <JumpDialog opened={jump} onClose={() => setJump(false)} />
    </div>
  )
}
