import { writeSync } from 'node:fs'
import { join } from 'node:path'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { succes } from '#domain/result.ts'
import { modifierCompte } from '#services/comptes/registre.ts'
import { preparerOrganisation, relireConfiguration } from '../configuration/ecrire-organisation.ts'

/** Changes the organisation and an account in turn, until the process is killed; says one byte for each change made durable. */
export async function changerSansFin(dossier: string, cleDroits: string): Promise<never> {
  const registre = { file: join(dossier, 'comptes.json'), cleDroits: Buffer.from(cleDroits, 'hex') }
  for (let tour = 0; ; tour += 1) {
    const lue = relireConfiguration(dossier)
    if (!lue.ok) throw new Error(lue.error.code)
    const pret = preparerOrganisation(
      dossier,
      organisationDuModele(tour % 2 === 0 ? 1 : 2),
      lue.value.empreinte,
    )
    if (!pret.ok || !pret.value.ecrire().ok) throw new Error('organisation not written')
    const change = await modifierCompte(registre, 'demo', {
      changer: (compte) => succes({ ...compte, ferme: tour % 2 === 0 }),
      juger: () => null,
      noter: async () => undefined,
    })
    if (!change.ok) throw new Error(change.error.code)
    writeSync(1, '.')
  }
}
