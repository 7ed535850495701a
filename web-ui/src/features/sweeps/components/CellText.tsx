import { Tooltip } from '@mantine/core'
import type { Cell } from '@/shared/api/types'
import { NOTHING } from '@/shared/format/number'
import { MeasureText } from '@/shared/ui/MeasureText'
import classes from './CellText.module.css'

/** A cell: its mean and interval over seeds, and how many of them are there. A hole shows as one. */
export function CellText({ cell, strong }: { cell: Cell | undefined; strong?: boolean }) {
  if (cell === undefined) return <span className="quiet">{NOTHING}</span>
  const whole = cell.n === cell.of
  return (
    <span className={classes.cell} data-hole={cell.n === 0}>
      {cell.n > 0 && <MeasureText mean={cell.mean} low={cell.low} high={cell.high} strong={strong} />}
      {!whole && (
        <Tooltip label={`${cell.n} of ${cell.of} seeds have a result${cell.failed > 0 ? `, ${cell.failed} failed` : ''}`}>
          <span className={classes.count} data-failed={cell.failed > 0}>
            {cell.n} of {cell.of}
            {cell.failed > 0 ? ` · ${cell.failed} failed` : ''}
          </span>
        </Tooltip>
      )}
    </span>
  )
}
