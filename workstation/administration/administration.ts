import { join } from 'node:path'
import { derniersActes } from '#services/journal/derniers-actes.ts'
import { administrerFormations } from './formations.ts'
import { garderActe } from './garder-acte.ts'
import { administrerHomologation } from './homologation.ts'
import { administrerOrganisation } from './organisation.ts'
import { administrerPersonnes } from './personnes.ts'
import type { PortsAdministration } from './ports.ts'

const ACTES_MONTRES = 100

/** Every administrative act of one session, each refused to whoever has not the right at that very moment. */
export type Administration = ReturnType<typeof creerAdministration>

export function creerAdministration(ports: PortsAdministration) {
  const garder = garderActe(ports)
  const personnes = administrerPersonnes(ports)
  const formations = administrerFormations(ports)
  const etablissement = administrerOrganisation(ports)
  const decision = administrerHomologation(ports)
  return {
    personnes: garder(personnes.personnes),
    creerCompte: garder(personnes.creerCompte),
    reinitialiserMotDePasse: garder(personnes.reinitialiserMotDePasse),
    changerRole: garder(personnes.changerRole),
    fermerCompte: garder(personnes.fermerCompte),
    detacherCarte: garder(personnes.detacherCarte),
    retirerTelephone: garder(personnes.retirerTelephone),
    enregistrerFormation: garder(formations.enregistrerFormation),
    retirerFormation: garder(formations.retirerFormation),
    organisation: garder(etablissement.organisation),
    choisirOrganisation: garder(etablissement.choisirOrganisation),
    homologation: garder(decision.homologation),
    homologuer: garder(decision.homologuer),
    derniersActes: garder(async () => derniersActes(join(ports.dossier, 'journal.jsonl'), ACTES_MONTRES)),
  }
}
