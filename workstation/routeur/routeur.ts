import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Poste } from '../poste.ts'
import { routeurAdministration } from './administration.ts'
import { routeurAdmission } from './admission.ts'
import { routeurCartes } from './cartes.ts'
import { routeurContinuite } from './continuite.ts'
import { routeurCopies } from './copies.ts'
import { routeurImpression } from './impression.ts'
import { routeurLieux } from './lieux.ts'
import { routeurMateriel } from './materiel.ts'
import { routeurPatients } from './patients.ts'
import { routeurSession } from './session.ts'
import { routeurTravail } from './travail.ts'

/** Answers every call of the contract with the parts of one workstation; a missing answer does not compile. */
export function creerRouteur(poste: Poste) {
  const os = implement(contrat)
  return os.router({
    session: routeurSession(poste),
    cartes: routeurCartes(poste),
    admission: routeurAdmission(poste),
    continuite: routeurContinuite(poste),
    copies: routeurCopies(poste),
    impression: routeurImpression(poste),
    lieux: routeurLieux(poste),
    materiel: routeurMateriel(poste),
    patients: routeurPatients(poste),
    administration: routeurAdministration(poste),
    travail: routeurTravail(poste),
    poste: os.poste.router({ suivre: os.poste.suivre.handler(({ signal }) => poste.etat.suivre(signal)) }),
  })
}
