import { identiteDiffusable, type Identite } from '../identite/identite.ts'
import type { Refus } from '../refus/refus.ts'
import { succes, type Result } from '../result.ts'

const EN_TETE = 'IS01' + '0'.repeat(22)
const SEPARATEUR = '\u001D'

interface Champ {
  readonly id: string
  readonly valeur: string
  readonly max: number
  readonly fixe: boolean
}

/**
 * Message of the INS DataMatrix of a qualified identity: header of 26 characters then S1 to S7, GS (0x1D) only after a
 * variable field neither full nor last. Refuses any identity that is not qualified. Source: INS, format datamatrix v2.2 §3.
 */
export function messageDatamatrix(identite: Identite): Result<string, Refus> {
  const diffusable = identiteDiffusable(identite)
  if (!diffusable.ok) return diffusable
  const { traits, ins } = diffusable.value
  const champs: Champ[] = [
    { id: 'S1', valeur: ins.matricule, max: 15, fixe: true },
    { id: 'S2', valeur: ins.oid, max: 20, fixe: false },
    { id: 'S3', valeur: traits.prenomsNaissance, max: 100, fixe: false },
    { id: 'S4', valeur: traits.nomNaissance, max: 100, fixe: false },
    { id: 'S5', valeur: traits.sexe, max: 1, fixe: true },
    { id: 'S6', valeur: jourEnClair(traits.dateNaissance), max: 10, fixe: true },
    { id: 'S7', valeur: traits.lieuNaissance, max: 5, fixe: true },
  ]
  return succes(
    EN_TETE + champs.map((champ, rang) => ecrireChamp(champ, rang === champs.length - 1)).join(''),
  )
}

const ecrireChamp = (champ: Champ, dernier: boolean): string =>
  champ.id + champ.valeur + (champ.fixe || dernier || champ.valeur.length === champ.max ? '' : SEPARATEUR)

const jourEnClair = (jour: string): string => jour.split('-').toReversed().join('-')
