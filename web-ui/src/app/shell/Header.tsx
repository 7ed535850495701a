import { ActionIcon, Tooltip } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { KeyboardIcon, SearchIcon } from '@/shared/ui/icons'
import { Brand } from './Brand'
import classes from './Shell.module.css'
import { ThemeSwitch } from './ThemeSwitch'

interface Props {
  onJump: () => void
  onSheet: () => void
}

export function Header({ onJump, onSheet }: Props) {
  return (
    <header className={classes.header}>
      <div className={classes.bar}>
        <Brand />
        <nav aria-label="Main" className={classes.nav}>
          <Link to="/sweeps">Sweeps</Link>
          <Link to="/leaderboards">Leaderboards</Link>
          <Link to="/workers">Workers</Link>
        </nav>
        <div className={classes.tools}>
          <button type="button" className={classes.jump} onClick={onJump} aria-label="Jump to a sweep, run or page">
            <SearchIcon />
            <span>Jump to</span>
            <kbd>Ctrl K</kbd>
          </button>
          <Tooltip label="Keyboard shortcuts (?)">
            <ActionIcon variant="subtle" color="gray" className={classes.keys} aria-label="Keyboard shortcuts" onClick={onSheet}>
              <KeyboardIcon />
            </ActionIcon>
          </Tooltip>
          <ThemeSwitch />
        </div>
      </div>
    </header>
  )
}
