import { Component, type ReactNode } from 'react'
import { ErrorState } from '@/shared/ui/ErrorState'

/** The last resort: an error outside every page still shows words and a way on, never a blank page. */
export class RootBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown }

  static getDerivedStateFromError(error: unknown) {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return (
      <main style={{ padding: 24 }}>
        <ErrorState error={this.state.error} retry={() => location.reload()} />
      </main>
    )
  }
}
