import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { creerCoffreEtCompte, type Installation } from './creer-comptes.ts'
import type { NouveauCompte } from './nouveau-compte.ts'

/** Two invented persons of a workstation, for tests. */
export const CLAIRE: NouveauCompte = {
  identifiant: 'Claire.Martin',
  nom: ' Claire Martin ',
  motDePasse: 'phrase de passe été',
  role: 'referent',
  formations: { valider: '2026-03-02', qualifier: '2026-03-03' },
}
export const DENIS: NouveauCompte = {
  identifiant: 'denis',
  nom: 'Denis Le Goff',
  motDePasse: 'une autre longue phrase',
  role: 'agent',
  formations: {},
}

/** A workstation to be installed, in a folder of its own. */
export function installationEssai() {
  const dossier = mkdtempSync(join(tmpdir(), 'comptes-'))
  const poste: Installation = {
    comptes: join(dossier, 'comptes.json'),
    coffre: join(dossier, 'coffre.db'),
    aleatoire: randomBytes,
  }
  return {
    dossier,
    poste,
    /** Makes the store with Claire's account, and gives its key. */
    creer: async (): Promise<Uint8Array> => {
      const creee = await creerCoffreEtCompte(poste, CLAIRE)
      if (!creee.ok) throw new Error(creee.error.code)
      return creee.value.cle
    },
    detruire: () => rmSync(dossier, { recursive: true }),
  }
}
