import { useEffect, useRef, useState, type ReactNode } from 'react'
import classes from './Scroller.module.css'

/** What is wider than the page scrolls within itself, and its edge says that there is more. */
export function Scroller({ label, children }: { label: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null)
  const [more, setMore] = useState(false)
  useEffect(() => {
    const node = region.current
    if (node === null) return
    const look = () => setMore(node.scrollWidth - node.clientWidth - node.scrollLeft > 1)
    const sizes = new ResizeObserver(look)
    sizes.observe(node)
    if (node.firstElementChild !== null) sizes.observe(node.firstElementChild)
    node.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      node.removeEventListener('scroll', look)
    }
  }, [])
  return (
    <div className={classes.frame} data-more={more}>
      <div ref={region} className={classes.scroller} role="region" aria-label={label} tabIndex={0}>
        {children}
      </div>
    </div>
  )
}
