import type { ReactNode } from 'react'
import classes from './Panel.module.css'

interface Props {
  title: string
  /** A short remark beside the title. */
  note?: ReactNode
  /** Controls at the right end of the title's line. */
  aside?: ReactNode
  flush?: boolean
  children: ReactNode
}

/** A titled surface. */
export function Panel({ title, note, aside, flush, children }: Props) {
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.head}>
        <h2>{title}</h2>
        {note !== undefined && <span className={classes.note}>{note}</span>}
        {aside !== undefined && <div className={classes.aside}>{aside}</div>}
      </header>
      <div className={flush ? undefined : classes.body}>{children}</div>
    </section>
  )
}
