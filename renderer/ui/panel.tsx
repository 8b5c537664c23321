import { useId, type ReactNode } from 'react'

interface PanelProps {
  readonly titre: string
  readonly zone?: string
  /** What stands at the right of the heading: a short state or buttons. */
  readonly cote?: ReactNode
  readonly className?: string
  readonly children?: ReactNode
}

/** A titled region of the screen; F6 goes from one to the next. */
export function Panel({ titre, zone, cote, className, children }: PanelProps) {
  const id = useId()
  return (
    <section className={`panneau ${className ?? ''}`} aria-labelledby={id} data-zone={zone}>
      <div className="panneau-tete">
        <h2 id={id}>{titre}</h2>
        {cote}
      </div>
      {children}
    </section>
  )
}
