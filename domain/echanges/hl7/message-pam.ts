import type { Identite } from '../../identite/identite.ts'
import type { Adresse } from '../adresse.ts'
import { identiteEchangee } from '../identite-echangee.ts'
import type { ReglagesEchanges } from '../reglages-echanges.ts'
import { segmentPid } from './segment-pid.ts'
import { segmentZfd } from './segment-zfd.ts'
import { composants, echapper, segment } from './segment.ts'

/** A28 creates an identity, A31 updates it. Source: IHE PAM, ITI-30. */
export type Evenement = 'A28' | 'A31'

export interface ContextePam {
  readonly reglages: ReglagesEchanges
  readonly evenement: Evenement
  /** Unique for the sender, 20 signs at most. */
  readonly idMessage: string
  /** Local time, `AAAAMMJJHHMMSS`. */
  readonly horodatage: string
  /** Production, debugging or training. Source: HL7 table 0103. */
  readonly traitement: 'P' | 'D' | 'T'
  readonly ipp: string | null
  readonly adresse: Adresse | null
}

/** Writes an identity as an IHE PAM FR 2.11 message, segments ended by CR; the number is in it only when qualified (EXI SI 08). */
export function messagePam(identite: Identite, contexte: ContextePam): string {
  const { reglages, horodatage, ipp, adresse } = contexte
  const echangee = identiteEchangee(identite, reglages.diffusionMatricule)
  const segments = [
    enTete(contexte),
    segment('EVN', { 2: horodatage, 6: horodatage }),
    segmentPid(echangee, { ipp, adresse, autoriteIpp: reglages.autoriteIpp, modifieeLe: horodatage }),
    segment('PD1', { 2: 'U' }),
    segment('PV1', { 1: '1', 2: 'N' }),
    segmentZfd(echangee),
  ]
  return segments.map((ecrit) => `${ecrit}\r`).join('')
}

/** The first field of this one is the separator itself. */
function enTete({ reglages, evenement, idMessage, horodatage, traitement }: ContextePam): string {
  const { emetteur, destinataire } = reglages
  const champs = {
    2: '^~\\&',
    3: echapper(emetteur.application),
    4: echapper(emetteur.etablissement),
    5: echapper(destinataire.application),
    6: echapper(destinataire.etablissement),
    7: horodatage,
    9: composants('ADT', evenement, 'ADT_A05'),
    10: echapper(idMessage),
    11: traitement,
    12: composants('2.5', 'FRA', '2.11'),
    17: 'FRA',
    18: 'UNICODE UTF-8',
    19: 'FR',
    21: composants('2.11', 'IHE_FRANCE-2.11-PAM'),
  }
  return segment('MSH', champs, 2)
}
