import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

export function routeurPatients(poste: Poste) {
  const os = implement(contrat.patients)
  return os.router({
    suivre: os.suivre.handler(({ signal }) => poste.antecedents.suivre(signal)),
    chercher: os.chercher.handler(async ({ input, errors }) => {
      const { patients, reste } = exiger(
        await exiger(poste.session.seance(), errors).guichet.chercher(input),
        errors,
      )
      return {
        patients: patients.map((patient) => ({ ...patient, attributs: [...patient.attributs] })),
        reste,
      }
    }),
    reprendre: os.reprendre.handler(async ({ input: { admission, ipp }, errors }) => {
      const { guichet } = exiger(poste.session.seance(), errors)
      const reprise = exiger(await guichet.reprendre(admission, ipp), errors)
      if (admission === null) poste.carte.oublier()
      return reprise
    }),
  })
}
