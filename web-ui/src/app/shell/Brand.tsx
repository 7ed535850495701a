import { Link } from '@tanstack/react-router'
import classes from './Shell.module.css'

export function Brand() {
  return (
    <Link to="/sweeps" className={classes.brand}>
      <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden>
        <rect width="32" height="32" rx="7" fill="#453fa5" />
        <g fill="none" stroke="#fff" strokeWidth="2.4" strokeLinecap="round">
          <path d="M6 25C10 10 16 8 26 7" />
          <path d="M6 25c5-8 10-10.5 20-11" opacity=".75" />
          <path d="M6 25c6-4 11-5 20-4.5" opacity=".5" />
        </g>
      </svg>
      HyperSweep
    </Link>
  )
}
