import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { identiteDe } from '#domain/admission/lectures.ts'
import type { Admission } from '#domain/admission/admission.ts'
import { ecrireFichierIdentite } from '#domain/identite/fichier-identite.ts'
import { openCoffre } from '#services/coffre/sqlite/open-coffre.ts'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { ouvrirSession } from '#services/comptes/ouvrir-session.ts'

/** The first admission the journal speaks of, read back from the closed store, and its identity in the exchange format. */
export async function lireAdmissionEnregistree(
  donnees: string,
): Promise<{ admission: Admission; identite: object }> {
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  const session = await ouvrirSession(join(donnees, 'comptes.json'), identifiant, motDePasse)
  if (!session.ok) throw new Error(session.error.code)
  const coffre = await openCoffre({ file: join(donnees, 'coffre.db'), key: session.value.cle })
  if (!coffre.ok) throw new Error(coffre.error.code)
  try {
    const admission = await coffre.value.admissions.parId(premiereAdmission(donnees))
    const identite = admission && identiteDe(admission)
    if (!identite) throw new Error('the first admission of the journal holds no complete identity')
    return { admission, identite: ecrireFichierIdentite(identite) }
  } finally {
    await coffre.value.close()
  }
}

function premiereAdmission(donnees: string): string {
  const lignes = readFileSync(join(donnees, 'journal.jsonl'), 'utf8').trim().split('\n')
  const actes = lignes.map((ligne) => JSON.parse(ligne) as { acte: string; admission: string | null })
  return actes.find(({ acte }) => acte === 'admission-ouverte')?.admission ?? ''
}
