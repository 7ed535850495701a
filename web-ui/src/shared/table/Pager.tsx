import { Button } from '@mantine/core'
import { useState } from 'react'
import { count } from '@/shared/format/number'
import { FIRST_PAGE, nextPage, pageRange, type PageSearch } from '@/shared/url/page'
import { PageTrail } from '@/shared/url/pageTrail'
import classes from './Pager.module.css'

interface Props {
  search: PageSearch
  limit: number
  shown: number
  total: number
  next: string | null
  onTurn: (page: PageSearch) => void
}

/** Which rows these are, of how many, and the way to the others. */
export function Pager({ search, limit, shown, total, next, onTurn }: Props) {
  const [trail] = useState(() => new PageTrail())
  const current: PageSearch = { cursor: search.cursor, page: search.page }
  const range = pageRange(current, limit, shown)
  const previous = trail.previous(current)
  return (
    <div className={classes.pager}>
      <span className="num">
        {range === null ? `${count(shown)} of ${count(total)}` : `${count(range.from)}–${count(range.to)} of ${count(total)}`}
      </span>
      {(next !== null || current.cursor !== undefined) && (
        <nav aria-label="Pages" className={classes.buttons}>
          <Button size="compact-xs" variant="default" disabled={current.cursor === undefined} onClick={() => onTurn(FIRST_PAGE)}>
            First
          </Button>
          <Button size="compact-xs" variant="default" disabled={previous === null} onClick={() => previous && onTurn(previous)}>
            Previous
          </Button>
          <Button
            size="compact-xs"
            variant="default"
            disabled={next === null}
            onClick={() => {
              if (next === null) return
              const page = nextPage(current, next)
              trail.step(current, page)
              onTurn(page)
            }}
          >
            Next
          </Button>
        </nav>
      )}
    </div>
  )
}
