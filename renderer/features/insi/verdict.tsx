import type { Gravite } from '#domain/ecarts/ecart.ts'
import { Shape } from '../../ui/shape.tsx'

const MOTS: Readonly<Record<Gravite, readonly [ligne: string, ensemble: string]>> = {
  egal: ['identique', 'Traits identiques'],
  mineur: ['mineur', 'Écart mineur'],
  majeur: ['majeur', 'Écart majeur'],
}

/** How serious a difference is, in a word, a shape and a colour; `libelle` for the comparison as a whole. */
export function Verdict({
  gravite,
  libelle = false,
}: {
  readonly gravite: Gravite
  readonly libelle?: boolean
}) {
  return (
    <span className={`verdict verdict-${gravite}`}>
      <Shape name={gravite} />
      <span>{MOTS[gravite][libelle ? 1 : 0]}</span>
    </span>
  )
}
