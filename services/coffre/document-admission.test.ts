import { describe, expect, it } from 'vitest'
import type { Admission, Interrogation } from '#domain/admission/admission.ts'
import type { IdentiteInsi } from '#domain/insi/reponse.ts'
import { admissionQualifiee, parcoursExemple } from './admission-exemple.ts'
import { ecrireDocument, lireDocument } from './document-admission.ts'

const ILLISIBLE = { ok: false, error: { code: 'coffre/illisible' } }

const avec = (interrogation: Interrogation): Admission => ({ ...admissionQualifiee('a'), interrogation })

const demande = { nomNaissance: 'N', prenom: 'P', sexe: 'F', dateNaissance: '1999-12-31' } as const

const ETATS: readonly (readonly [string, Admission])[] = [
  ...parcoursExemple('a').etats.map((etat, rang) => [`étape ${rang} du parcours`, etat] as const),
  ['appel en cours', avec({ etat: 'en-cours', appelId: 'x', demande })],
  [
    'appel avec lieu',
    avec({ etat: 'en-cours', appelId: 'x', demande: { ...demande, lieuNaissance: '99345' } }),
  ],
  ['plusieurs personnes', avec({ etat: 'non-trouvee', codeCR: '02' })],
  ['identité écartée', avec({ etat: 'ecartee', identite: identiteTrouvee() })],
  ['échec', avec({ etat: 'en-echec', refus: 'insi/delai' })],
  ['attributs', { ...admissionQualifiee('a'), attributs: ['homonyme', 'douteux'] }],
]

function identiteTrouvee(): IdentiteInsi {
  const { interrogation } = admissionQualifiee('a')
  if (interrogation.etat !== 'acceptee') throw new Error('The example is qualified.')
  return interrogation.identite
}

describe('Document d’admission', () => {
  it.each(ETATS)('%s : relu à l’identique', (_nom, admission) => {
    expect(lireDocument(ecrireDocument(admission))).toEqual({ ok: true, value: admission })
  })

  it('un champ manquant, en trop ou d’un autre type, à n’importe quelle profondeur, est refusé', () => {
    const texte = ecrireDocument(admissionQualifiee('a'))
    const chemins = cheminsDe(JSON.parse(texte))
    expect(chemins.length).toBeGreaterThan(100)
    for (const chemin of chemins)
      for (const alteration of [retirer, ajouterUnVoisin, changerDeType]) {
        if (alteration === retirer && estAjoute(chemin)) continue
        const altere = JSON.parse(texte) as Noeud
        alteration(altere, chemin)
        expect(lireDocument(JSON.stringify(altere)), `${alteration.name} ${chemin.join('.')}`).toEqual(
          ILLISIBLE,
        )
      }
  })

  it.each(['', 'null', '[]', '{', '{"format":1}', '{"format":0,"admission":{}}'])(
    '« %s » est refusé',
    (texte) => {
      expect(lireDocument(texte)).toEqual(ILLISIBLE)
    },
  )
})

/** What documents written before did not hold: reading gives it its starting value. */
const AJOUTES = new Set(['venue', 'circonstance', 'mereIpp', 'dateCarte', 'anteriorite', 'decision'])

const estAjoute = (chemin: readonly string[]): boolean => chemin.length === 2 && AJOUTES.has(chemin[1] ?? '')

type Noeud = Record<string, unknown>

/** Every path to a field, arrays aside: they may lose or gain an element and stay lawful. */
function cheminsDe(valeur: unknown, debut: readonly string[] = []): string[][] {
  if (typeof valeur !== 'object' || valeur === null || Array.isArray(valeur)) return []
  return Object.entries(valeur).flatMap(([cle, fille]) => [
    [...debut, cle],
    ...cheminsDe(fille, [...debut, cle]),
  ])
}

const parent = (racine: Noeud, chemin: readonly string[]): Noeud =>
  chemin.slice(0, -1).reduce((noeud, cle) => noeud[cle] as Noeud, racine)

function retirer(racine: Noeud, chemin: readonly string[]): void {
  delete parent(racine, chemin)[chemin.at(-1) ?? '']
}

function ajouterUnVoisin(racine: Noeud, chemin: readonly string[]): void {
  parent(racine, chemin)['surprise'] = null
}

function changerDeType(racine: Noeud, chemin: readonly string[]): void {
  parent(racine, chemin)[chemin.at(-1) ?? ''] = 42.5
}
