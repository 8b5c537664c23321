import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { readDemande, readNouvelle } from './read-message.ts'

const etat: EtatCartes = {
  lecteurs: [
    { nom: 'Lecteur Vitale', carte: 'vitale2', muette: false, presence: 3 },
    { nom: 'Lecteur CPS', carte: null, muette: true, presence: 4 },
  ],
  refus: null,
}

const lecture: LectureVitale = {
  lecteur: 'Lecteur Vitale',
  serie: null,
  beneficiaires: [
    {
      nomNaissance: 'LANDREVILLE',
      nomUsuel: null,
      prenoms: 'ANNE-CLAIRE',
      dateNaissance: '1987-04-12',
      rang: 1,
      matricule: null,
      nirAssure: '2870429019901',
    },
  ],
}

describe('ce que dit le module cartes est vérifié avant d’être cru', () => {
  it.each([
    { type: 'battement' },
    { type: 'etat', etat },
    { type: 'etat', etat: { lecteurs: [], refus: 'cartes/service-arrete' } },
    { type: 'lecture', numero: 7, resultat: { ok: true, value: lecture } },
    {
      type: 'lecture',
      numero: 7,
      resultat: { ok: false, error: { code: 'cartes/retiree', champ: 'Lecteur' } },
    },
    { type: 'lecture', numero: 7, resultat: { ok: false, error: { code: 'cartes/absente' } } },
  ])('nouvelle bien formée, reprise à l’identique : $type', (nouvelle) => {
    expect(readNouvelle(JSON.parse(JSON.stringify(nouvelle)))).toEqual(nouvelle)
  })

  it.each([
    ['refus inventé', { type: 'etat', etat: { lecteurs: [], refus: 'cartes/inventee' } }],
    ['refus absent', { type: 'etat', etat: { lecteurs: [] } }],
    [
      'genre inventé',
      { type: 'etat', etat: { lecteurs: [{ ...etat.lecteurs[0], carte: 'bleue' }], refus: null } },
    ],
    [
      'présence en texte',
      { type: 'etat', etat: { lecteurs: [{ ...etat.lecteurs[0], presence: '3' }], refus: null } },
    ],
    ['lecture sans numéro', { type: 'lecture', resultat: { ok: true, value: lecture } }],
    [
      'lecteur au nom sans fin',
      { type: 'etat', etat: { lecteurs: [{ ...etat.lecteurs[0], nom: 'x'.repeat(501) }], refus: null } },
    ],
    [
      'lecteurs sans nombre',
      { type: 'etat', etat: { lecteurs: Array.from({ length: 65 }, () => etat.lecteurs[0]), refus: null } },
    ],
    ['type inconnu', { type: 'autre' }],
    ['rien', null],
    ['texte', 'etat'],
  ])('nouvelle mal formée : %s', (_cas, message) => {
    expect(readNouvelle(message)).toBeNull()
  })

  it.each<[string, unknown]>([
    ['sans personne', { ok: true, value: { ...lecture, beneficiaires: [] } }],
    [
      'personne sans date',
      {
        ok: true,
        value: { ...lecture, beneficiaires: [{ ...lecture.beneficiaires[0], dateNaissance: undefined }] },
      },
    ],
    [
      'nom sans fin',
      {
        ok: true,
        value: { ...lecture, beneficiaires: [{ ...lecture.beneficiaires[0], nomUsuel: 'x'.repeat(501) }] },
      },
    ],
    [
      'personnes sans nombre',
      {
        ok: true,
        value: { ...lecture, beneficiaires: Array.from({ length: 65 }, () => lecture.beneficiaires[0]) },
      },
    ],
    ['succès sans valeur', { ok: true }],
    ['échec sans code', { ok: false, error: {} }],
    ['absente', undefined],
  ])(
    'lecture attendue et mal formée, %s : la lecture est refusée, personne n’attend en vain',
    (_cas, resultat) => {
      expect(readNouvelle({ type: 'lecture', numero: 1, resultat })).toEqual({
        type: 'lecture',
        numero: 1,
        resultat: { ok: false, error: { code: 'cartes/anomalie' } },
      })
    },
  )

  it('un champ en trop n’est pas repris', () => {
    const message = { type: 'etat', etat: { ...etat, secret: 1 }, autre: 2 }
    expect(readNouvelle(message)).toEqual({ type: 'etat', etat })
  })

  it.each([
    [
      { type: 'lireVitale', numero: 1 },
      { type: 'lireVitale', numero: 1 },
    ],
    [
      { type: 'annuler', numero: 1, autre: 2 },
      { type: 'annuler', numero: 1 },
    ],
    [{ type: 'lireVitale' }, null],
    [{ type: 'lireVitale', numero: 1.5 }, null],
    [{ type: 'ecrire', numero: 1 }, null],
    [undefined, null],
  ])('demande %j', (message, attendu) => {
    expect(readDemande(message)).toEqual(attendu)
  })

  it('un message quelconque ne lève jamais d’erreur', () => {
    fc.assert(
      fc.property(fc.anything(), fc.constantFrom('battement', 'etat', 'lecture'), (valeur, type) => {
        readDemande(valeur)
        readNouvelle(valeur)
        readNouvelle({ type, numero: 1, etat: valeur, resultat: { ok: true, value: valeur } })
      }),
    )
  })
})
