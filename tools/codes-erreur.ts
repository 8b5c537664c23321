import { readFileSync, writeFileSync } from 'node:fs'
import { phrasesAdministration } from '#domain/refus/phrases-administration.ts'
import { phrasesCartes } from '#domain/refus/phrases-cartes.ts'
import { phrasesCopies } from '#domain/refus/phrases-copies.ts'
import { phrasesCpx } from '#domain/refus/phrases-cpx.ts'
import { phrasesDroits } from '#domain/refus/phrases-droits.ts'
import { phrasesEchanges } from '#domain/refus/phrases-echanges.ts'
import { phrasesIdentite } from '#domain/refus/phrases-identite.ts'
import { phrasesInsi } from '#domain/refus/phrases-insi.ts'
import { phrasesPoste } from '#domain/refus/phrases-poste.ts'
import { phrasesReseau } from '#domain/refus/phrases-reseau.ts'
import { phrasesTravail } from '#domain/refus/phrases-travail.ts'

/** Writes docs/codes-erreur.md from the sentences of the domain, or with `--check` fails when the two differ. */
const SUJETS = [
  ['Identité', phrasesIdentite],
  ['Cartes', phrasesCartes],
  ['Cartes professionnelles', phrasesCpx],
  ['INSi', phrasesInsi],
  ['Test du réseau', phrasesReseau],
  ['Poste', phrasesPoste],
  ['Droits', phrasesDroits],
  ['Listes de travail', phrasesTravail],
  ['Échanges', phrasesEchanges],
  ['Administration', phrasesAdministration],
  ['Copies de pièces', phrasesCopies],
] as const

const FICHIER = new URL('../docs/codes-erreur.md', import.meta.url)

const page = [
  '# Codes d’erreur',
  '',
  'Chaque refus porte un code stable et une phrase : ce qui se passe, pourquoi, que faire. Page produite par `npm run docs:codes`.',
  ...SUJETS.flatMap(([titre, phrases]) => [
    '',
    `## ${titre}`,
    '',
    '| Code | Phrase affichée |',
    '| --- | --- |',
    ...Object.entries(phrases).map(([code, phrase]) => `| \`${code}\` | ${phrase} |`),
  ]),
  '',
].join('\n')

if (process.argv.includes('--check')) {
  if (readFileSync(FICHIER, 'utf8') !== page) {
    console.error('docs/codes-erreur.md is not what the sentences say: run npm run docs:codes')
    process.exitCode = 1
  }
} else writeFileSync(FICHIER, page)
