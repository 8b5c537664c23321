import { join } from 'node:path'
import {
  lireHomologation,
  type Dispense,
  type HomologationSaisie,
} from '#domain/administration/homologation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import {
  ecrireHomologationScellee,
  empreinteHomologation,
  lireHomologationScellee,
  type HomologationTenue,
} from '#services/insi/homologation-scellee.ts'
import { jourDe } from '../guichet/jour.ts'
import type { PortsAdministration, PortsEtablissement } from './ports.ts'

/** The decision that opens calls by certificate, as a session reads it. */
export interface HomologationOuverte {
  readonly lire: () => HomologationTenue | null
  /** Why no call may leave yet; null when the decision is recorded, or when the desk does without. */
  readonly refus: () => Refus | null
}

/** Opens the record of the data folder, proved by a key of the session. Source: OR-13. */
export function ouvrirHomologation(
  { dossier, dispense }: Pick<PortsEtablissement, 'dossier' | 'dispense'>,
  cle: Uint8Array,
): HomologationOuverte {
  const lire = () => lireHomologationScellee(fichierDe(dossier), cle)
  return {
    lire,
    refus: () => (dispense === null && lire() === null ? refuser('insi/homologation') : null),
  }
}

const fichierDe = (dossier: string): string => join(dossier, 'homologation.json')

export function administrerHomologation(ports: PortsAdministration) {
  const { dossier, agent, cles, dispense, noter, now } = ports
  return {
    homologation: async (): Promise<
      Result<{ readonly dispense: Dispense | null; readonly homologation: HomologationTenue | null }, Refus>
    > =>
      succes({
        dispense,
        homologation: lireHomologationScellee(fichierDe(dossier), cles.homologation),
      }),

    homologuer: async (saisie: HomologationSaisie): Promise<Result<null, Refus>> => {
      const decision = lireHomologation(saisie, jourDe(now()))
      if (!decision.ok) return echec(decision.error)
      const tenue = { ...decision.value, par: agent, le: now().toISOString() }
      await noter({
        acte: 'homologation-enregistree',
        date: tenue.date,
        decision: empreinteHomologation(tenue),
      })
      const ecrite = ecrireHomologationScellee(fichierDe(dossier), tenue, cles.homologation)
      if (ecrite.ok) await ports.change()
      return ecrite
    },
  }
}
