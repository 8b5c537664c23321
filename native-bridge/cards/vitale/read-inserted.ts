import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CardStation } from '../../pcsc/station.ts'
import { chooseReader } from '../choose-reader.ts'
import { readVitale } from './read-vitale.ts'

/** Reads the Vitale that is inserted, or tells what is there instead. `cartes/retiree` when the card changed meanwhile. */
export async function readInsertedVitale(
  station: CardStation,
  signal: AbortSignal,
): Promise<Result<LectureVitale, Refus>> {
  const avant = await station.etat()
  const lecteur = chooseReader(avant)
  if (!lecteur.ok) return lecteur
  const lu = await station.withCard(lecteur.value, readVitale, signal)
  if (!lu.ok) return lu
  const presence = presenceIn(await station.etat(), lecteur.value)
  if (presence !== presenceIn(avant, lecteur.value)) return echec(refuser('cartes/retiree', lecteur.value))
  return succes({ lecteur: lecteur.value, ...lu.value })
}

const presenceIn = (etat: Awaited<ReturnType<CardStation['etat']>>, nom: string): number | undefined =>
  etat.lecteurs.find((lecteur) => lecteur.nom === nom && lecteur.carte !== null)?.presence
