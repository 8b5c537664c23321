import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { EtatLecteur } from '#domain/cartes/etat-cartes.ts'
import { lecteurVitale, permuter, rolesDes, type Roles } from '#domain/cartes/roles.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireAtomiquement } from '#services/comptes/ecriture-atomique.ts'

/** Whose card goes into which reader, kept from one start to the next once somebody chose. */
export interface RolesGardes {
  readonly roles: (lecteurs: readonly EtatLecteur[]) => Roles
  readonly lecteurVitale: (etat: { readonly lecteurs: readonly EtatLecteur[] }) => string | null
  /** Exchanges the roles of these readers; refuses when the choice cannot be kept. */
  permuter(lecteurs: readonly EtatLecteur[]): Result<null, Refus>
}

const fichierRoles = z.record(z.string().max(500), z.enum(['vitale', 'cpx']))

/** Opens the choices of a data folder; a file that cannot be read counts as no choice: a role is only a guess. */
export function ouvrirRoles(dossier: string): RolesGardes {
  const file = join(dossier, 'lecteurs.json')
  let gardes = lire(file)
  const roles = (lecteurs: readonly EtatLecteur[]): Roles => rolesDes(lecteurs, gardes)
  return {
    roles,
    lecteurVitale: ({ lecteurs }) => lecteurVitale(roles(lecteurs)),
    permuter(lecteurs) {
      const choisis = { ...gardes, ...permuter(roles(lecteurs)) }
      try {
        ecrireAtomiquement(file, `${JSON.stringify(choisis, null, 2)}\n`)
      } catch {
        return echec(refuser('configuration/ecriture'))
      }
      gardes = choisis
      return succes(null)
    },
  }
}

function lire(file: string): Roles {
  try {
    const lus = fichierRoles.safeParse(JSON.parse(readFileSync(file, 'utf8')))
    return lus.success ? lus.data : {}
  } catch {
    return {}
  }
}
