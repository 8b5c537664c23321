import koffi, { type LibraryHandle } from 'koffi'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** What one function of the library answered: 0 everywhere is a success. */
interface Retour {
  readonly code: number
  readonly erreur: number
}

/** The official reading API, each call on a worker thread. */
export interface ApilecLibrary {
  /** `dossier` holds its configuration and its tables. */
  init(dossier: string): Promise<Retour>
  /** Waits at most `attenteS` seconds for a card, and gives the bytes of its XML. */
  lire(attenteS: number): Promise<Retour & { readonly xml: Uint8Array }>
  finir(): Promise<Retour>
}

/** Its callers give it 64 KiB. Source: public integrations of api_lec. */
const TAILLE_XML = 65_536

/** Opens the library; `cartes/apilec-absente` when it is not there, or has not its three functions. */
export function openApilecLibrary(chemin: string): Result<ApilecLibrary, Refus> {
  try {
    return succes(bind(koffi.load(chemin)))
  } catch {
    // koffi throws one plain Error for a missing file and for a missing symbol.
    return echec(refuser('cartes/apilec-absente'))
  }
}

/** Signatures: three public integrations that agree (Flutter, Objective-C, C++). */
function bind(bibliotheque: LibraryHandle): ApilecLibrary {
  const out = (type: string) => koffi.out(koffi.pointer(type))
  const init = call(bibliotheque.func('Hn_Init', 'uint16', ['str', out('uint16'), out('uint16')]))
  const lire = call(
    bibliotheque.func('Hn_LectureVitaleDonneesIdentification', 'uint16', [
      'int16',
      'void *',
      koffi.inout(koffi.pointer('uint32')),
      out('int16'),
      out('uint16'),
    ]),
  )
  const finir = call(bibliotheque.func('Hn_Finir', 'uint16', [out('uint16')]))
  return {
    async init(dossier) {
      const [mode, erreur] = [[0], [0]]
      return retour(await init(dossier, mode, erreur), erreur)
    },
    async lire(attenteS) {
      const tampon = Buffer.alloc(TAILLE_XML)
      const [longueur, etat, erreur] = [[TAILLE_XML], [0], [0]]
      const code = await lire(attenteS, tampon, longueur, etat, erreur)
      const xml = Uint8Array.from(tampon.subarray(0, longueur[0]))
      tampon.fill(0)
      return { ...retour(code, erreur), xml }
    },
    async finir() {
      const erreur = [0]
      return retour(await finir(erreur), erreur)
    },
  }
}

const retour = (code: number, erreur: readonly number[]): Retour => ({ code, erreur: erreur[0] ?? 0 })

function call(
  native: ReturnType<LibraryHandle['func']>,
): (...arguments_: readonly unknown[]) => Promise<number> {
  return (...arguments_) =>
    new Promise((resolve, reject) => {
      native.async(...arguments_, (erreur: Error | null, code: number) => {
        if (erreur) reject(erreur)
        else resolve(code)
      })
    })
}
