import { describe, expect, it } from 'vitest'
import type { Admission, Interrogation } from '#domain/admission/admission.ts'
import { statutAdmission } from '#domain/admission/lectures.ts'
import type { Verification } from '#domain/admission/suivi-ins.ts'
import type { Ins } from '#domain/identite/identite.ts'
import type { IdentiteInsi } from '#domain/insi/reponse.ts'
import { MARQUES, admissionQualifiee, parcoursExemple } from './admission-exemple.ts'
import { ecrireDocument, lireDocument } from './document-admission.ts'

const ILLISIBLE = { ok: false, error: { code: 'coffre/illisible' } }

const avec = (interrogation: Interrogation): Admission => ({ ...admissionQualifiee('a'), interrogation })

const demande = { nomNaissance: 'N', prenom: 'P', sexe: 'F', dateNaissance: '1999-12-31' } as const

const COPIE = { id: 'p', format: 'jpeg', octets: 1, piece: 'PA', admission: 'a' } as const

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
  ['vérification en cours', suivie({ etat: 'en-cours', appelId: 'v' })],
  ['vérification sans réponse', suivie({ etat: 'en-echec', refus: 'insi/delai' })],
  ['vérification conforme', suivie({ etat: 'conforme' })],
  ['matricule retiré', suivie({ etat: 'retiree', issue: 'matricule-change', ins: insAccepte() })],
  ['copie jointe', { ...admissionQualifiee('a'), copies: [COPIE] }],
  [
    'appel différé',
    {
      ...admissionQualifiee('a'),
      differe: { par: 'claire', le: '2026-11-22T09:00:00.000Z', etat: 'envoye' },
    },
  ],
  ['attributs', { ...admissionQualifiee('a'), attributs: ['homonyme', 'douteux'] }],
]

function suivie(verification: Verification): Admission {
  const suivi = { etatCivil: '2026-11-22', verification, anciens: [insAccepte()] }
  return { ...admissionQualifiee('a'), suivi }
}

function insAccepte(): Ins {
  const { interrogation } = admissionQualifiee('a')
  if (interrogation.etat !== 'acceptee') throw new Error('The example is qualified.')
  return interrogation.fait.ins
}

function identiteTrouvee(): IdentiteInsi {
  const { interrogation } = admissionQualifiee('a')
  if (interrogation.etat !== 'acceptee') throw new Error('The example is qualified.')
  return interrogation.identite
}

describe('Document d’admission', () => {
  it('un matricule dont INSi donna la clé fausse se relit : il fut accepté avec un avertissement (CNDA 2.08)', () => {
    const faux = `${MARQUES.nir.slice(0, 13)}00`
    const texte = ecrireDocument(admissionQualifiee('a'))
      .replaceAll(MARQUES.nir, faux)
      .replaceAll(`"cle":"${MARQUES.nir.slice(13)}"`, '"cle":"00"')
    expect(lireDocument(texte).ok).toBe(true)
    expect(lireDocument(texte.replaceAll(faux, MARQUES.nir.slice(0, 13)))).toEqual(ILLISIBLE)
  })

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

  it('un document d’avant les vérifications se relit : rien à vérifier n’y était inscrit', () => {
    const { suivi: _absent, ...ancienne } = admissionQualifiee('a')
    expect(lireDocument(JSON.stringify({ format: 1, admission: ancienne }))).toEqual({
      ok: true,
      value: admissionQualifiee('a'),
    })
  })

  it('EXI ES 02 : un document ne peut pas se dire validé ; sans dispositif probant, il se relit provisoire', () => {
    const { interrogation: _reponse, ...reste } = admissionQualifiee('a')
    const document = (ajout: object) =>
      lireDocument(
        JSON.stringify({ format: 1, admission: { ...reste, interrogation: { etat: 'aucune' }, ...ajout } }),
      )
    expect(document({ statut: 'validee' })).toEqual(ILLISIBLE)
    const statuts = [
      {},
      { piece: null },
      { piece: { type: 'PC', date: '2026-11-22', probante: true } },
      { piece: { type: 'PA', date: '2026-11-22', aValider: true } },
      { piece: { type: 'DISPARU', date: '2026-11-22' } },
    ].map((ajout) => {
      const lu = document(ajout)
      return lu.ok && statutAdmission(lu.value)
    })
    expect(statuts).toEqual(['validee', 'provisoire', 'provisoire', 'provisoire', 'provisoire'])
  })

  it.each(['', 'null', '[]', '{', '{"format":1}', '{"format":0,"admission":{}}'])(
    '« %s » est refusé',
    (texte) => {
      expect(lireDocument(texte)).toEqual(ILLISIBLE)
    },
  )
})

/** What documents written before did not hold: reading gives it its starting value. */
const AJOUTES = new Set([
  'venue',
  'circonstance',
  'mereIpp',
  'dateCarte',
  'carteLue',
  'anteriorite',
  'decision',
  'preparation',
  'suivi',
  'differe',
  'remise',
  'copies',
])

const estAjoute = (chemin: readonly string[]): boolean =>
  (chemin.length === 2 && AJOUTES.has(chemin[1] ?? '')) ||
  chemin.join('.') === 'admission.decision.conclusion'

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
