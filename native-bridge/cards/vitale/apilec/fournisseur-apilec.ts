import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { createReaderQueue } from '../../../pcsc/reader-queue.ts'
import type { ContenuVitale, FournisseurVitale } from '../fournisseur.ts'
import { openApilecLibrary, type ApilecLibrary } from './apilec-library.ts'
import { beneficiaireDe } from './beneficiaire.ts'
import { readFiches } from './fiche.ts'

/** The official reading API as IT installed it. */
export interface ReglagesApilec {
  /** Path of its library. */
  readonly bibliotheque: string
  /** Folder of its configuration (`api_lec.ini`) and of its tables. */
  readonly dossier: string
}

export interface OptionsApilec extends ReglagesApilec {
  /** The library never came back: only the end of its process frees it. */
  readonly onHung: () => void
  /** Longest time the agent waits, and after which the library counts as hung, in milliseconds. */
  readonly delaiMs?: number
  readonly pendueMs?: number
}

const DELAI_MS = 15_000
const PENDUE_MS = 40_000
/** The card is already in: the library need not wait for it. Its callers give it 30 s. */
const ATTENTE_S = 10

/** Reads Vitales of both generations through the API de lecture Vitale, one reading at a time. */
export function createFournisseurApilec(options: OptionsApilec): FournisseurVitale {
  const { bibliotheque, dossier, onHung, delaiMs = DELAI_MS, pendueMs = PENDUE_MS } = options
  const file = createReaderQueue()
  let ouverte: Result<ApilecLibrary, Refus> | null = null

  const read = async (avecCpx: boolean): Promise<Result<ContenuVitale, Refus>> => {
    if (!ouverte?.ok) ouverte = openApilecLibrary(bibliotheque)
    if (!ouverte.ok) return ouverte
    const pendue = setTimeout(onHung, pendueMs)
    const lu = await readOnce(ouverte.value, dossier, avecCpx)
    clearTimeout(pendue)
    return lu
  }
  return {
    lisibles: ['vitale2', 'vitale1', 'inconnue'],
    lecteur: () => readerOf(dossier),
    async lire(_station, { lecteur, avecCpx }, signal) {
      const travail = file.enter('apilec', () =>
        signal.aborted ? Promise.resolve(refused('cartes/annulee')) : read(avecCpx),
      )
      const fin = Promise.withResolvers<Result<never, Refus>>()
      const cancel = (): void => fin.resolve(refused('cartes/annulee', lecteur))
      const minuterie = setTimeout(() => fin.resolve(refused('cartes/delai', lecteur)), delaiMs)
      signal.addEventListener('abort', cancel, { once: true })
      const lu = await Promise.race([travail, fin.promise])
      clearTimeout(minuterie)
      signal.removeEventListener('abort', cancel)
      return lu
    },
  }
}

const refused = (code: CodeRefus, champ?: string): Result<never, Refus> => echec(refuser(code, champ))

/** `Hn_Finir` follows every `Hn_Init`, even a failed one. Source: public integrations of api_lec. */
async function readOnce(
  apilec: ApilecLibrary,
  dossier: string,
  avecCpx: boolean,
): Promise<Result<ContenuVitale, Refus>> {
  // It appends file names to this path.
  const debut = await apilec.init(dossier.endsWith('/') || dossier.endsWith('\\') ? dossier : `${dossier}/`)
  const lecture = debut.code === 0 ? await apilec.lire(ATTENTE_S) : null
  await apilec.finir()
  if (lecture === null) return refused('cartes/apilec-refus', `Hn_Init ${String(debut.erreur)}`)
  const fiches = lecture.code === 0 ? readFiches(lecture.xml) : null
  lecture.xml.fill(0)
  if (fiches === null) {
    // Its codes are not published; what it protects opens with a professional card, which is the first thing to try.
    return refused(
      avecCpx ? 'cartes/apilec-refus' : 'cartes/cpx-requise',
      `Hn_Lecture ${String(lecture.erreur)}`,
    )
  }
  return fiches.ok ? succes({ serie: null, beneficiaires: fiches.value.map(beneficiaireDe) }) : fiches
}

/** The reader its own settings give it: `Ressource_Vitale` of `api_lec.ini`, null when they do not say. */
async function readerOf(dossier: string): Promise<string | null> {
  const ini = await readFile(join(dossier, 'api_lec.ini'), 'latin1').catch(() => '')
  return /^\s*Ressource_Vitale\s*=\s*"?([^"\r\n]+?)"?\s*$/im.exec(ini)?.[1] ?? null
}
