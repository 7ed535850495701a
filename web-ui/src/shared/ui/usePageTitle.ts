import { useEffect } from 'react'

/** Names the tab, so that ten open tabs can be told apart. */
export function usePageTitle(title: string | undefined): void {
  useEffect(() => {
    document.title = title ? `${title} · HyperSweep` : 'HyperSweep'
  }, [title])
}
