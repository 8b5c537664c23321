import { Component, type ReactNode } from 'react'

interface Props {
  readonly children: ReactNode
}

/** A bug of the screen never leaves a blank window: what was saved is safe, and one key shows it again. */
export class ErrorBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children
    return (
      <main className="ecran-seul">
        <div className="carte-seule" role="alert">
          <h1>L’écran a rencontré une erreur</h1>
          <p>Ce qui était enregistré est conservé par le poste. Rechargez l’écran pour reprendre.</p>
          <button type="button" className="bouton principal" onClick={() => location.reload()}>
            Recharger l’écran
          </button>
        </div>
      </main>
    )
  }
}
