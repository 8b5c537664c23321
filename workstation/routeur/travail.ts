import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

/** The work lists; an admission taken up forgets the card of whoever was there before. */
export function routeurTravail({ session, carte }: Pick<Poste, 'session' | 'carte'>) {
  const os = implement(contrat.travail)
  return os.router({
    attentes: os.attentes.handler(async ({ errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      const { attentes, reste } = exiger(await guichet.travail.attentes(), errors)
      return { attentes: [...attentes], reste }
    }),
    reprendre: os.reprendre.handler(async ({ input, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      const reprise = exiger(await guichet.travail.reprendre(input.admission), errors)
      carte.oublier()
      return reprise
    }),
    conclure: os.conclure.handler(async ({ input: { admission, conclusion }, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      return exiger(await guichet.agir(admission, { type: 'dossier-conclu', conclusion }), errors)
    }),
    preparees: os.preparees.handler(async ({ errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      const { preparees, maximum } = exiger(await guichet.travail.preparees(), errors)
      return { preparees: [...preparees], maximum }
    }),
    preparer: os.preparer.handler(async ({ input, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      const venue = exiger(await guichet.travail.preparer(input.pour), errors)
      carte.oublier()
      return venue
    }),
    ouvrirPreparee: os.ouvrirPreparee.handler(async ({ input, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      const venue = exiger(await guichet.travail.ouvrirPreparee(input.admission), errors)
      carte.oublier()
      return venue
    }),
    patientArrive: os.patientArrive.handler(async ({ input, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      return exiger(await guichet.agir(input.admission, { type: 'patient-arrive' }), errors)
    }),
    retirerPreparee: os.retirerPreparee.handler(async ({ input, errors }) => {
      const { guichet } = exiger(session.seance(), errors)
      exiger(await guichet.travail.retirerPreparee(input.admission), errors)
    }),
  })
}
