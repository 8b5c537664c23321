import { readFileSync, writeFileSync } from 'node:fs'
import { CAS_DE_REFERENCE } from '#domain/ecarts/cas-de-reference.ts'
import { constatsDe } from '#domain/ecarts/comparer.ts'
import { LIBELLES_TRAITS } from '#domain/identite/traits.ts'

/** Writes docs/ecarts.md from the golden cases and the catalogue of rules, or with `--check` fails when the two differ. */
const FICHIER = new URL('../docs/ecarts.md', import.meta.url)

const valeur = (texte: string): string => (texte === '' ? '_(vide)_' : `\`${texte}\``)

const page = [
  '# Écarts entre identités',
  '',
  'Chaque différence entre deux sources (pièce, saisie, carte, INSi) a une seule règle et un seul verdict. **Égal** : rien à faire. **Mineur** : acceptable pièce en main, avec un motif. **Majeur** : l’INS n’est pas associée avant enquête. Les verdicts par défaut se règlent dans `domain/ecarts/reglages.ts`, sauf ceux que RNIV ne permet pas d’adoucir. Page produite par `node tools/ecarts.ts`.',
  ...CAS_DE_REFERENCE.flatMap(([trait, cas]) => [
    '',
    `## ${LIBELLES_TRAITS[trait]}`,
    '',
    '| Cas | Un côté | L’autre | Verdict | Règle | Cause | Clause |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...cas.map(([titre, premier, second, gravite, id]) => {
      const regle = constatsDe(trait).find((constat) => constat.id === id)
      return `| ${titre} | ${valeur(premier)} | ${valeur(second)} | ${gravite} | \`${id}\` | ${regle?.cause ?? ''} | ${regle?.clause ?? ''} |`
    }),
  ]),
  '',
].join('\n')

if (process.argv.includes('--check')) {
  if (readFileSync(FICHIER, 'utf8') !== page) {
    console.error('docs/ecarts.md is not what the rules say: run node tools/ecarts.ts')
    process.exitCode = 1
  }
} else writeFileSync(FICHIER, page)
