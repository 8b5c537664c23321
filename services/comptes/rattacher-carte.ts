import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, type Result } from '#domain/result.ts'
import { scellerPourCarte, type CarteQuiSigne } from './carte-rattachee.ts'
import { remplacerComptes } from './fichier-comptes.ts'
import type { Aleatoire } from './nouveau-compte.ts'
import { compteDeCarte } from './ouvrir-par-carte.ts'
import { identifier, type AccesComptes, type Identification } from './second-facteur.ts'
import { cleDroitsDe, rescellerDroits, scellerDroits } from './sceller-droits.ts'

interface Acces extends AccesComptes {
  readonly aleatoire: Aleatoire
  /** Leaves a trace of the change; called once it is sure, before it is written. */
  readonly noter: (identifiant: string) => Promise<void>
}

/** Cards of one owner: the one in use, and the one that replaces it before it expires. */
const CARTES_MAX = 2

/**
 * Attaches a card to the account of whoever proves to be its owner, the store itself not being opened: its PIN was accepted, and
 * the account identified as for a session. The oldest card gives way.
 */
export async function rattacherCarte(
  { file, aleatoire, noter, ...regles }: Acces,
  identification: Identification,
  carte: CarteQuiSigne,
): Promise<Result<null, Refus>> {
  const identifie = await identifier({ file, ...regles }, identification)
  if (!identifie.ok) return identifie
  const { compte, comptes, cle } = identifie.value
  try {
    const deja = compteDeCarte(comptes, carte.empreinte)
    if (deja && deja.compte !== compte) return echec(refuser('comptes/carte-prise'))
    const scellee = await scellerPourCarte(compte, carte, { cle, aleatoire })
    if (!scellee.ok) return scellee
    const autres = compte.cartes.filter((une) => une !== deja?.rattachee)
    const cartes = [...autres, scellee.value].slice(-CARTES_MAX)
    const cleDroits = cleDroitsDe(cle)
    await noter(compte.identifiant)
    return remplacerComptes(
      file,
      comptes.map((un) =>
        un === compte ? rescellerDroits({ ...compte, cartes }, cleDroits) : scellerDroits(un, cleDroits),
      ),
    )
  } finally {
    cle.fill(0)
  }
}
