import { Link, type LinkProps } from '@tanstack/react-router'
import classes from './TabLinks.module.css'

export interface TabLink {
  label: string
  link: LinkProps
  note?: string
}

/** Tabs that are addresses: they open in another browser tab, and Back goes back. */
export function TabLinks({ label, tabs }: { label: string; tabs: TabLink[] }) {
  return (
    <nav aria-label={label} className={classes.tabs}>
      {tabs.map((tab) => (
        <Link key={tab.label} {...tab.link} activeOptions={{ exact: true, includeSearch: false }}>
          {tab.label}
          {tab.note !== undefined && <span className={classes.note}>{tab.note}</span>}
        </Link>
      ))}
    </nav>
  )
}
