import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { exiger } from './exiger.ts'

/** Whoever is signed in asks; his session's administration judges each call by his right at that moment. */
export function routeurAdministration({ session }: Pick<Poste, 'session'>) {
  const os = implement(contrat.administration)
  const administration = (errors: Parameters<typeof exiger>[1]) =>
    exiger(session.seance(), errors).administration

  return os.router({
    personnes: os.personnes.handler(async ({ errors }) => [
      ...exiger(await administration(errors).personnes(), errors),
    ]),
    creerCompte: os.creerCompte.handler(async ({ input, errors }) => {
      exiger(await administration(errors).creerCompte(input), errors)
    }),
    reinitialiserMotDePasse: os.reinitialiserMotDePasse.handler(async ({ input, errors }) => {
      exiger(await administration(errors).reinitialiserMotDePasse(input), errors)
    }),
    changerRole: os.changerRole.handler(async ({ input, errors }) => {
      exiger(await administration(errors).changerRole(input), errors)
    }),
    fermerCompte: os.fermerCompte.handler(async ({ input, errors }) => {
      exiger(await administration(errors).fermerCompte(input), errors)
    }),
    detacherCarte: os.detacherCarte.handler(async ({ input, errors }) => {
      exiger(await administration(errors).detacherCarte(input), errors)
    }),
    retirerTelephone: os.retirerTelephone.handler(async ({ input, errors }) => {
      exiger(await administration(errors).retirerTelephone(input), errors)
    }),
    enregistrerFormation: os.enregistrerFormation.handler(async ({ input, errors }) => {
      exiger(await administration(errors).enregistrerFormation(input), errors)
    }),
    retirerFormation: os.retirerFormation.handler(async ({ input, errors }) => {
      exiger(await administration(errors).retirerFormation(input), errors)
    }),
    organisation: os.organisation.handler(async ({ errors }) =>
      exiger(await administration(errors).organisation(), errors),
    ),
    choisirOrganisation: os.choisirOrganisation.handler(async ({ input, errors }) => {
      exiger(await administration(errors).choisirOrganisation(input), errors)
    }),
    homologation: os.homologation.handler(async ({ errors }) =>
      exiger(await administration(errors).homologation(), errors),
    ),
    homologuer: os.homologuer.handler(async ({ input, errors }) => {
      exiger(await administration(errors).homologuer(input), errors)
    }),
    derniersActes: os.derniersActes.handler(async ({ errors }) => [
      ...exiger(await administration(errors).derniersActes(), errors),
    ]),
  })
}
