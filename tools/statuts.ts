import { readFileSync, writeFileSync } from 'node:fs'
import type { Statut } from '#domain/identite/statut.ts'
import { INTERDITS_STATUT } from '#domain/statuts/interdits.ts'
import { ISSUES_VERIFICATION } from '#domain/statuts/issues-verification.ts'
import { LIGNES, type Confiance, type EffetMatricule } from '#domain/statuts/lignes.ts'

/** Writes docs/statuts.md from the transition table, or with `--check` fails when the two differ. */
const FICHIER = new URL('../docs/statuts.md', import.meta.url)

const LIBELLES: Readonly<Record<Statut | 'nouvelle' | 'inchange', string>> = {
  nouvelle: 'nouvelle identité',
  provisoire: 'provisoire',
  recuperee: 'récupérée',
  validee: 'validée',
  qualifiee: 'qualifiée',
  inchange: '**même statut**',
}

const MATRICULE: Readonly<Record<EffetMatricule, string>> = {
  aucun: 'aucun',
  'conserve-local': 'enregistré, jamais transmis',
  diffusable: 'enregistré et transmissible',
  retire: 'retiré',
  inchange: 'inchangé',
  remplace: 'remplacé, l’ancien gardé dans l’historique',
}

const CONFIANCE: Readonly<Record<Confiance, string>> = {
  C: 'lu à la source',
  S: 'source secondaire',
  V: 'observé chez un éditeur',
  R: 'de mémoire, à vérifier',
  P: 'choix du produit',
}

const rang = (...cellules: readonly string[]): string => `| ${cellules.join(' | ')} |`

const page = [
  '# Statuts d’une identité',
  '',
  'Le statut ne s’enregistre pas et ne se pose jamais : il se déduit de deux faits, **la réponse d’INSi acceptée par une personne** et **la pièce à haut niveau de confiance contrôlée en présence du patient**. Les deux : qualifiée. INSi seul : récupérée. La pièce seule : validée. Aucun : provisoire. Un attribut douteux ou fictif impose provisoire. Ce tableau décrit ce que chaque événement fait aux faits ; des tests jouent chaque ligne. Page produite par `node tools/statuts.ts`.',
  '',
  '## Transitions',
  '',
  rang('N°', 'De', 'Événement', 'Vers', 'Matricule et OID', 'Droits demandés', 'Source', 'Confiance'),
  rang('---', '---', '---', '---', '---', '---', '---', '---'),
  ...LIGNES.map((ligne) =>
    rang(
      String(ligne.numero),
      ligne.de.map((statut) => LIBELLES[statut]).join(', '),
      ligne.precision === null ? ligne.evenement : `**${ligne.evenement}.** ${ligne.precision}`,
      ligne.realisee ? LIBELLES[ligne.vers] : `${LIBELLES[ligne.vers]} (non réalisée)`,
      MATRICULE[ligne.matricule],
      ligne.droits.map((droit) => `\`${droit}\``).join(', ') || 'aucun',
      ligne.source,
      CONFIANCE[ligne.confiance],
    ),
  ),
  '',
  '## Interdits',
  '',
  rang('Interdit', 'Ce qui le rend impossible ici', 'Source', 'Confiance'),
  rang('---', '---', '---', '---'),
  ...INTERDITS_STATUT.map(({ interdit, tenu, source, confiance }) =>
    rang(interdit, tenu, source, CONFIANCE[confiance]),
  ),
  '',
  '## Vérification d’une INS',
  '',
  'Une INS se vérifie quand le délai de l’établissement est écoulé depuis la dernière réponse acceptée d’INSi (`identite.reverificationAns`, de 3 à 5 ans, 5 par défaut), ou dès qu’un changement d’état civil est déclaré ; la pièce se revoit selon le même délai. L’agent fait un appel, un seul, pour le patient présent : la recherche par traits est refaite, et sa réponse comparée à ce qui fut accepté. Une réponse tardive ou destinée à un autre appel ne change rien ; un appel qui échoue non plus.',
  '',
  rang('Issue', 'Effet', 'Ce que lit l’agent', 'Suites'),
  rang('---', '---', '---', '---'),
  ...Object.values(ISSUES_VERIFICATION).map(({ titre, effet, phrase, suites }) =>
    rang(titre, effet, phrase, suites),
  ),
  '',
].join('\n')

if (process.argv.includes('--check')) {
  if (readFileSync(FICHIER, 'utf8') !== page) {
    console.error('docs/statuts.md is not what the table says: run node tools/statuts.ts')
    process.exitCode = 1
  }
} else writeFileSync(FICHIER, page)
