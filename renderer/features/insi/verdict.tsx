import type { Gravite } from '#domain/ecarts/ecart.ts'
import { Shape } from '../../ui/shape.tsx'

const MOTS: Readonly<Record<Gravite, readonly [ligne: string, ensemble: string]>> = {
  egal: ['identique', 'Traits identiques'],
  mineur: ['mineur', 'Écart mineur'],
  majeur: ['majeur', 'Écart majeur'],
}

interface VerdictProps {
  readonly gravite: Gravite
}

/** How serious one difference is, in a word, a shape and a colour. */
export const Verdict = ({ gravite }: VerdictProps) => <Marque gravite={gravite}>{MOTS[gravite][0]}</Marque>

interface VerdictEnsembleProps extends VerdictProps {
  /** INSi gave the number of another identity, whatever the traits. */
  readonly autreMatricule: boolean
}

/** How serious the answer is as a whole. */
export const VerdictEnsemble = ({ gravite, autreMatricule }: VerdictEnsembleProps) =>
  autreMatricule ? (
    <Marque gravite="majeur">Autre matricule</Marque>
  ) : (
    <Marque gravite={gravite}>{MOTS[gravite][1]}</Marque>
  )

const Marque = ({ gravite, children }: VerdictProps & { readonly children: string }) => (
  <span className={`verdict verdict-${gravite}`}>
    <Shape name={gravite} />
    <span>{children}</span>
  </span>
)
