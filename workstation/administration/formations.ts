import { enregistrerFormation, retirerFormation } from '#domain/administration/formations.ts'
import { lireJourPasse } from '#domain/administration/jour-saisi.ts'
import type { Droit } from '#domain/droits/droit.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { avecFormations, tenuesDe } from '#services/comptes/registre.ts'
import { jourDe } from '../guichet/jour.ts'
import type { PortsAdministration } from './ports.ts'
import { creerModifieur } from './modifier-compte.ts'

interface Formation {
  readonly identifiant: string
  readonly droit: Droit
}

/** The trainings that open rights, each with its day and who recorded it. Source: OR-05. */
export function administrerFormations(ports: PortsAdministration) {
  const { modifier } = creerModifieur(ports)
  return {
    enregistrerFormation: async (
      saisie: Formation & { readonly date: string },
    ): Promise<Result<null, Refus>> => {
      const { identifiant, droit } = saisie
      const date = lireJourPasse(saisie.date, jourDe(ports.now()))
      if (!date.ok) return date
      const tenue = { date: date.value, par: ports.agent }
      return modifier(
        identifiant,
        (compte) => succes(avecFormations(compte, enregistrerFormation(tenuesDe(compte), droit, tenue))),
        { acte: 'formation-enregistree', compte: identifiant, droit, date: date.value },
      )
    },

    retirerFormation: ({ identifiant, droit }: Formation): Promise<Result<null, Refus>> =>
      modifier(
        identifiant,
        (compte) => {
          const restantes = retirerFormation(tenuesDe(compte), droit)
          return restantes.ok ? succes(avecFormations(compte, restantes.value)) : restantes
        },
        { acte: 'formation-retiree', compte: identifiant, droit },
      ),
  }
}
