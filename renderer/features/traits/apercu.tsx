import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { lireTrait } from '#domain/identite/lire-trait.ts'
import { lireNaissance } from '#domain/identite/naissance.ts'
import type { Trait } from '#domain/identite/traits.ts'
import { localDay } from '../../store/today.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'

interface ApercuProps {
  readonly id: string
  readonly trait: Trait
  readonly texte: string
  /** Shown when there is nothing else to say. */
  readonly aide: string | undefined
}

/** What RNIV makes of the text, when it is not what was typed; otherwise what is expected. */
export function Apercu({ id, trait, texte, aide }: ApercuProps) {
  const { now } = useDesk()
  const absents = useDeskState((state) => state.admission?.population.absents)
  const jour = localDay(now())
  const lu = texte === '' ? null : lireTrait(trait, texte, jour, absents)
  const retenu = lu?.ok ? (trait === 'dateNaissance' ? ecrireDate(texte, jour) : lu.value) : null
  const normalise = retenu !== null && retenu !== texte
  return (
    <p id={id} className={normalise ? 'apercu normalise' : 'apercu'}>
      {normalise ? (
        <>
          <span className="hors-vue">Enregistré&nbsp;: </span>
          <span aria-hidden="true">→ </span>
          {retenu}
        </>
      ) : (
        aide
      )}
    </p>
  )
}

/** The day kept, and that a rule had to complete it. Source: EXI ID 11. */
function ecrireDate(texte: string, jour: string): string | null {
  const lue = lireNaissance(texte, jour)
  if (!lue.ok) return null
  return lue.value.incertaine ? `${ecrireJour(lue.value.jour)} incertaine` : ecrireJour(lue.value.jour)
}
