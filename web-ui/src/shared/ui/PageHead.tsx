import type { ReactNode } from 'react'
import classes from './PageHead.module.css'

interface Props {
  title: ReactNode
  /** Where this page lies, above the title. */
  trail?: ReactNode
  /** One line below the title. */
  about?: ReactNode
  actions?: ReactNode
}

/** The top of a page: where one is, what it is, what one can do. */
export function PageHead({ title, trail, about, actions }: Props) {
  return (
    <header className={classes.head}>
      <div className={classes.words}>
        {trail !== undefined && <nav aria-label="Breadcrumb" className={classes.trail}>{trail}</nav>}
        <h1 className={classes.title}>{title}</h1>
        {about !== undefined && <div className={classes.about}>{about}</div>}
      </div>
      {actions !== undefined && <div className={classes.actions}>{actions}</div>}
    </header>
  )
}
