import { join } from 'node:path'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { changerMotDePasse, type ChangementMotDePasse } from '#services/comptes/changer-mot-de-passe.ts'
import type { Journal } from '#services/journal/open-journal.ts'
import type { PortsEtablissement } from '../administration/ports.ts'
import { garderStockage } from '../guichet/garder-stockage.ts'

interface Ports extends PortsEtablissement {
  readonly journal: Journal
}

/** Changes the password of whoever gives the present one, as slow to whoever tries as signing in; the journal says whose, never what. */
export function changerSonMotDePasse(
  { dossier, journal, frein, ecritures, aleatoire }: Ports,
  { identifiant, actuel, nouveau }: ChangementMotDePasse,
): Promise<Result<null, Refus>> {
  const file = join(dossier, 'comptes.json')
  const noter = async (compte: string): Promise<void> =>
    void journal.ecrire({ agent: compte, admission: null, acte: { acte: 'mot-de-passe-change', compte } })
  const changer = frein(async (demande, motDePasse) => {
    const fait = await changerMotDePasse(
      { file, aleatoire, noter },
      { identifiant: demande, actuel: motDePasse, nouveau },
    )
    if (!fait.ok && fait.error.code === 'session/identifiants')
      journal.ecrire({
        agent: null,
        admission: null,
        acte: { acte: 'session-refusee', refus: fait.error.code },
      })
    return fait
  })
  return ecritures(() => garderStockage(() => changer(identifiant, actuel)))
}
