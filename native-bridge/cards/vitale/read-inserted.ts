import type { EtatCartes, GenreCarte } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CardStation } from '../../pcsc/station.ts'
import { chooseReader } from '../choose-reader.ts'
import type { FournisseurVitale } from './fournisseur.ts'

/** What reads Vitales here, and how. */
export interface MaterielVitale {
  readonly station: CardStation
  readonly vitale: FournisseurVitale
}

/** Reads the Vitale that is inserted, first in the reader where it is expected, or tells what is there instead. `cartes/retiree` when the card changed meanwhile. */
export async function readInsertedVitale(
  { station, vitale: fournisseur }: MaterielVitale,
  attendu: string | null,
  signal: AbortSignal,
): Promise<Result<LectureVitale, Refus>> {
  const avant = await station.etat()
  const choisi = chooseReader(within(avant, await fournisseur.lecteur()), fournisseur.lisibles, attendu)
  if (!choisi.ok) return choisi
  const { nom: lecteur, carte, presence } = choisi.value
  const avecCpx = avant.lecteurs.some((un) => CPX.has(un.carte))
  const lu = await fournisseur.lire(station, { lecteur, carte, avecCpx }, signal)
  if (!lu.ok && signal.aborted) return lu
  const apres = await station.etat()
  // A service that stopped says so itself; any other failure of a card that left is its leaving.
  if (!apres.refus && presenceIn(apres, lecteur) !== presence)
    return echec(refuser('cartes/retiree', lecteur))
  if (!lu.ok) return lu
  return succes({ lecteur, carte: carte === 'vitale1' ? carte : 'vitale2', ...lu.value })
}

const CPX: ReadonlySet<GenreCarte | null> = new Set<GenreCarte | null>(['cps3', 'cps4'])

/** The state as seen from one reader; the whole of it when none is named, or when that one is not plugged. */
function within(etat: EtatCartes, nom: string | null): EtatCartes {
  const lecteurs = etat.lecteurs.filter((lecteur) => lecteur.nom === nom)
  return lecteurs.length === 0 ? etat : { ...etat, lecteurs }
}

const presenceIn = (etat: EtatCartes, nom: string): number | undefined =>
  etat.lecteurs.find((lecteur) => lecteur.nom === nom && lecteur.carte !== null)?.presence
