import { fstatSync, readSync } from 'node:fs'
import type { Ancre } from '../coffre/ancrage.ts'
import { suivreChaine } from './chaine.ts'
import { lireLigne, ORIGINE } from './ligne.ts'

/** How a journal ends: on a whole line, on a line that only misses its line feed, or on one cut by a power failure. */
export type Queue =
  | { readonly etat: 'saine'; readonly tete: Ancre }
  | { readonly etat: 'sans-fin'; readonly tete: Ancre }
  | { readonly etat: 'dechiree'; readonly tete: Ancre; readonly fragment: Buffer }
  | { readonly etat: 'rompue' }

/** Enough for some hundred lines; the whole chain is the business of `verifierJournal`. */
const TAILLE_QUEUE = 1 << 18

/** Reads the last lines of an open journal and checks their chain. */
export function lireQueue(descripteur: number): Queue {
  const { size } = fstatSync(descripteur)
  const octets = Buffer.alloc(Math.min(size, TAILLE_QUEUE))
  readSync(descripteur, octets, 0, octets.length, size - octets.length)
  const lignes = couper(octets)
  const reste = lignes.pop() ?? Buffer.alloc(0)
  const entier = size === octets.length
  const premiere = entier ? -1 : lignes.findIndex((ligne, rang) => rang > 0 && lireLigne(ligne) !== null)
  const depart = entier ? ORIGINE : lireLigne(lignes[premiere] ?? Buffer.alloc(0))?.ancre
  if (!depart) return { etat: 'rompue' }

  const chaine = suivreChaine(depart)
  for (const ligne of lignes.slice(premiere + 1)) if (!chaine.suivre(ligne)) return { etat: 'rompue' }
  if (reste.length === 0 && chaine.suspens.length === 0) return { etat: 'saine', tete: chaine.tete }
  if (lireLigne(reste)) return { etat: chaine.suivre(reste) ? 'sans-fin' : 'rompue', tete: chaine.tete }
  return estDechire(chaine.suspens, reste)
    ? { etat: 'dechiree', tete: chaine.tete, fragment: joindre([...chaine.suspens, reste]) }
    : { etat: 'rompue' }
}

/**
 * A line is written at once and begins with no line feed, so a cut one lacks its end; a file system may also have
 * kept its length and lost its content, which then reads as zeros.
 */
const estDechire = (suspens: readonly Buffer[], reste: Buffer): boolean =>
  reste.length > 0 || suspens.some((ligne) => ligne.includes(0))

function couper(octets: Buffer): Buffer[] {
  const lignes: Buffer[] = []
  let debut = 0
  for (let fin = octets.indexOf(10); fin !== -1; fin = octets.indexOf(10, debut)) {
    lignes.push(octets.subarray(debut, fin))
    debut = fin + 1
  }
  return [...lignes, octets.subarray(debut)]
}

const joindre = (lignes: readonly Buffer[]): Buffer =>
  Buffer.concat(lignes.flatMap((ligne, rang) => (rang === 0 ? [ligne] : [Buffer.from('\n'), ligne])))
