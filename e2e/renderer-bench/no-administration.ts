import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Cadre } from '#domain/droits/cadre.ts'
import { peut } from '#domain/droits/peut.ts'

/** What IT alone may reach, as for every agent; the real one has its own stories. */
export const refuserInformatique = (cadre: () => Cadre) => ({
  administration: refuserAdministration(cadre),
  materiel: refuserMateriel(cadre),
})

function refuserAdministration(cadre: () => Cadre) {
  const os = implement(contrat.administration)
  const refuser = ({ errors }: { errors: { REFUS(options: { data: { code: Code } }): Error } }): never => {
    throw errors.REFUS({ data: { code: codeDe(cadre) } })
  }
  return {
    personnes: os.personnes.handler(refuser),
    creerCompte: os.creerCompte.handler(refuser),
    reinitialiserMotDePasse: os.reinitialiserMotDePasse.handler(refuser),
    changerRole: os.changerRole.handler(refuser),
    fermerCompte: os.fermerCompte.handler(refuser),
    detacherCarte: os.detacherCarte.handler(refuser),
    retirerTelephone: os.retirerTelephone.handler(refuser),
    enregistrerFormation: os.enregistrerFormation.handler(refuser),
    retirerFormation: os.retirerFormation.handler(refuser),
    organisation: os.organisation.handler(refuser),
    choisirOrganisation: os.choisirOrganisation.handler(refuser),
    homologation: os.homologation.handler(refuser),
    homologuer: os.homologuer.handler(refuser),
    derniersActes: os.derniersActes.handler(refuser),
  }
}

function refuserMateriel(cadre: () => Cadre) {
  const os = implement(contrat.materiel)
  const refuser = ({ errors }: { errors: { REFUS(options: { data: { code: Code } }): Error } }): never => {
    throw errors.REFUS({ data: { code: codeDe(cadre) } })
  }
  return {
    diagnostic: os.diagnostic.handler(refuser),
    essayer: os.essayer.handler(refuser),
    permuter: os.permuter.handler(refuser),
    exporter: os.exporter.handler(refuser),
    testerReseau: os.testerReseau.handler(refuser),
  }
}

const codeDe = (cadre: () => Cadre): Code =>
  peut(cadre().habilitation, 'administrer', '2026-11-22') ?? 'poste/incident'

type Code = NonNullable<ReturnType<typeof peut>> | 'poste/incident'

/** What an agent is shown as under these rights. */
export const roleDe = ({ habilitation: { role, organisation } }: Cadre) => ({
  role,
  droits: [...organisation.droits[role]],
})
