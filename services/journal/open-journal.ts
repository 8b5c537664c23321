import { closeSync, fdatasyncSync, fstatSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Ancre } from '../coffre/ancrage.ts'
import { DefautStockage } from '../coffre/defaut-stockage.ts'
import { syncDossier } from '../coffre/sync-dossier.ts'
import type { ActeJournal } from './acte-journal.ts'
import { exigerCodes } from './exiger-codes.ts'
import { ecrireLigne, sha256 } from './ligne.ts'
import { lireQueue } from './queue-journal.ts'

/** Who did what, on which admission; null when nobody was signed in, or when it concerns no admission. */
export interface EntreeJournal {
  readonly agent: string | null
  readonly admission: string | null
  /** Site of the visit; the desk's where nothing is said. */
  readonly site?: string | null
  readonly acte: ActeJournal
}

/** An append-only journal whose lines are chained by hash; one program writes it at a time. */
export interface Journal {
  /**
   * Writes one line and returns once it is on disk, with the anchor to keep elsewhere. Throws a `DefautStockage` when it
   * is not on disk: the act must then not be done. Source: PGSSI-S, référentiel d'imputabilité.
   */
  ecrire(entree: EntreeJournal): Ancre
  close(): void
}

export interface OuvertureJournal {
  readonly file: string
  readonly now: () => Date
  readonly poste: string
  /** Site of the desk. */
  readonly site?: string | null
}

/** Opens the journal, or begins it; a line cut by a power failure stays, set aside by a line that says so. */
export function openJournal(ouverture: OuvertureJournal): Result<Journal, Refus> {
  const descripteur = ouvrirFichier(ouverture.file)
  if (descripteur === null) return echec(refuser('journal/illisible'))
  try {
    return succes(journalSur(descripteur, ouverture))
  } catch (erreur) {
    closeSync(descripteur)
    if (!(erreur instanceof DefautStockage)) throw erreur
    return echec(erreur.refus)
  }
}

/** Closes what is set aside: no line holds a NUL, so a repair that is cut in its turn is known for one. */
const ECART = '\0'

/** Where the next line goes: after this one, at this size of the file. */
interface Fin {
  readonly tete: Ancre
  readonly taille: number
}

function journalSur(descripteur: number, { now, poste, site: duPoste = null }: OuvertureJournal): Journal {
  let fin: Fin | null = reprendre()

  /** Finds the end of the journal and mends it, at the opening and after a write that failed. */
  function reprendre(): Fin {
    const queue = lireQueue(descripteur)
    if (queue.etat === 'rompue') throw new DefautStockage(refuser('journal/rompu'))
    const lue = { tete: queue.tete, taille: fstatSync(descripteur).size }
    if (queue.etat === 'saine') return lue
    if (queue.etat === 'sans-fin') return { ...lue, taille: lue.taille + ajouter(descripteur, '\n') }
    const fragment = Buffer.concat([queue.fragment, Buffer.from(ECART)])
    const acte = { acte: 'fragment-ecarte', octets: fragment.length, fragment: sha256(fragment) } as const
    return poser(lue, { agent: null, admission: null, acte }, `${ECART}\n`)
  }

  function poser({ tete, taille }: Fin, { agent, admission, site, acte }: EntreeJournal, avant = ''): Fin {
    const instant = now().toISOString()
    const lieu = { poste, site: site ?? duPoste }
    const entete = { n: tete.n + 1, instant, agent, ...lieu, admission, precedent: tete.empreinte }
    const { texte, ancre } = ecrireLigne(entete, acte)
    return { tete: ancre, taille: taille + ajouter(descripteur, `${avant}${texte}\n`) }
  }

  return {
    ecrire(entree) {
      const { agent, admission, site = null, acte } = entree
      exigerCodes({ agent, admission, site, ...acte })
      const depart = fin ?? reprendre()
      if (fstatSync(descripteur).size !== depart.taille) throw new DefautStockage(refuser('journal/rompu'))
      fin = null // unknown until the line is on disk
      fin = poser(depart, entree)
      return fin.tete
    },
    close: () => closeSync(descripteur),
  }
}

function ouvrirFichier(file: string): number | null {
  try {
    const descripteur = openSync(file, 'a+', 0o600)
    syncDossier(dirname(file))
    return descripteur
  } catch {
    return null
  }
}

/** Adds the text in one write, waits for the disk, and tells how many bytes that made. */
function ajouter(descripteur: number, texte: string): number {
  const octets = Buffer.from(texte, 'utf8')
  let ecrits = 0
  try {
    ecrits = writeSync(descripteur, octets)
    fdatasyncSync(descripteur)
  } catch {
    throw new DefautStockage(refuser('journal/ecriture'))
  }
  if (ecrits !== octets.length) throw new DefautStockage(refuser('journal/ecriture'))
  return ecrits
}
