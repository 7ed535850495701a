import { Skeleton } from '@mantine/core'
import classes from './TableSkeleton.module.css'

/** Rows to come. */
export function TableSkeleton({ rows = 6, label }: { rows?: number; label: string }) {
  return (
    <div className={classes.rows} role="status" aria-label={`Loading ${label}`}>
      {Array.from({ length: rows }, (_, row) => (
        <div key={row} className={classes.row}>
          <Skeleton height={12} width={`${14 + ((row * 7) % 10)}%`} />
          <Skeleton height={12} width={`${28 + ((row * 11) % 14)}%`} />
          <Skeleton height={12} width="12%" />
          <Skeleton height={12} width="9%" />
        </div>
      ))}
    </div>
  )
}
