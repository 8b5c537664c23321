import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lireCasOfficiels } from './population.ts'

const FICHIER = new URL(
  'insi-cases.json',
  `file://${process.env['GUICHET_REFERENCE'] ?? new URL('../../../shared/reference', import.meta.url).pathname}/`,
)
const present = existsSync(FICHIER)
if (!present)
  process.stderr.write(
    'Cas publics INSi de référence absents : comparaison sautée (indiquez GUICHET_REFERENCE).\n',
  )

interface CasPublic {
  readonly operation: string
  readonly request: Demande
  readonly requestVariants?: readonly Demande[]
  readonly response: {
    readonly codeCR?: string
    readonly fault?: { readonly code: string }
    readonly insActif?: InsPublique | null
  } | null
}

interface InsPublique {
  readonly numIdentifiant: string
  readonly cle: string
  readonly oid: string
}

interface Demande {
  readonly nomNaissance: string
  readonly prenoms: readonly string[]
  readonly sexe: string
  readonly dateNaissance: string
  readonly lieuNaissance?: string
}

const phrase = (...mots: readonly (string | undefined)[]): string => mots.map((mot) => mot ?? '-').join(' | ')

const insDe = (ins: InsPublique | null | undefined): string | undefined =>
  ins ? ins.numIdentifiant + ins.cle + ins.oid : undefined

const lirePublics = (): readonly string[] => {
  const { cases } = JSON.parse(readFileSync(FICHIER, 'utf8')) as { cases: readonly CasPublic[] }
  return cases
    .filter(({ operation }) => operation === 'traits')
    .flatMap(({ request, requestVariants = [], response }) =>
      [request, ...requestVariants].map(({ nomNaissance, prenoms, sexe, dateNaissance, lieuNaissance }) =>
        phrase(
          nomNaissance,
          prenoms.join(' '),
          sexe,
          dateNaissance,
          lieuNaissance,
          response?.fault?.code ?? response?.codeCR,
          insDe(response?.insActif),
        ),
      ),
    )
}

describe.skipIf(!present)('Cas publics INSi, ceux de la référence', () => {
  it('chacun est parmi ceux du projet, avec la même réponse', () => {
    const { cas } = lireCasOfficiels()
    const connus = cas.map(({ demande, attendu }) => {
      const { nomNaissance, prenom, sexe, dateNaissance, lieuNaissance } = demande
      const actif = attendu && 'actif' in attendu ? attendu.actif : null
      return phrase(
        nomNaissance,
        prenom,
        sexe,
        dateNaissance,
        lieuNaissance,
        attendu ? ('erreur' in attendu ? attendu.erreur : attendu.codeCR) : undefined,
        actif ? actif.numero + actif.cle + actif.oid : undefined,
      )
    })
    expect(connus.toSorted()).toEqual(lirePublics().toSorted())
  })
})
