import { dirname } from 'node:path'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { COPIES_PAR_DEFAUT } from '#domain/copies/reglages-copies.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { creerMagasin } from '#services/pieces/magasin-copies.ts'
import { creerSignal } from '../etat/signal.ts'
import type { PortsGuichet } from './ports-guichet.ts'

interface Essai {
  /** The file of the real store, beside which copies are kept. */
  readonly file: string
  readonly coffre: Coffre
  /** Told what is journalled: the act, and of a refused one what was asked and why it was not done. */
  readonly noter: (ligne: string) => unknown
}

/** What a desk needs of the world, on a real store, for tests: its agent is `demo`, no card is asked for again, and INSi never answers. */
export const portsEssai = ({ file, coffre, noter }: Essai): PortsGuichet => ({
  agent: 'demo',
  cadre: CADRE_PAR_DEFAUT,
  depot: coffre.admissions,
  attentes: coffre.attentes,
  differes: coffre.differes,
  rejeu: { laisser: () => true, parCarte: false },
  compteurs: coffre.compteurs,
  patients: coffre.patients,
  copies: creerMagasin({
    dossier: dirname(file),
    depot: coffre.copies,
    reglages: COPIES_PAR_DEFAUT,
    uuid: () => crypto.randomUUID(),
  }),
  journaliser: (_admission, acte) => {
    noter('demande' in acte ? `${acte.acte} ${acte.demande} ${acte.refus}` : acte.acte)
    return Promise.resolve()
  },
  carteVitale: () => Promise.resolve(succes(null)),
  appelerInsi: () => Promise.resolve(echec(refuser('insi/annule'))),
  vue: creerSignal<VueAdmission | null>(null),
  antecedents: creerSignal<VueAntecedents | null>(null),
  now: () => new Date('2026-11-22T09:00:00.000Z'),
  uuid: () => crypto.randomUUID(),
})

/** Zoé Adrun, an official test person whom INSi knows, as an agent types her. */
export const SAISIE_ZOE = [
  ['nomNaissance', 'Adrun'],
  ['prenomsNaissance', 'Zoé'],
  ['sexe', 'F'],
  ['dateNaissance', '31121975'],
  ['lieuNaissance', '63220'],
] as const

/** What a call gave, which a test knows was not refused. */
export function valeur<T>(resultat: Result<T, Refus>): T {
  if (!resultat.ok) throw new Error(resultat.error.code)
  return resultat.value
}
