import type { ReactNode } from 'react'
import classes from './Message.module.css'

/** Nothing here yet, and how to change that. */
export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className={classes.message}>
      <h2>{title}</h2>
      {children}
    </div>
  )
}
