import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { EtatCpx } from '#domain/cartes/etat-cpx.ts'
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
  carte: 'vitale2',
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
      regime: null,
    },
  ],
}

const presente: EtatCpx = {
  etat: 'presente',
  lecteur: 'Lecteur CPS',
  presence: 5,
  porteur: {
    idNat: '899900099017',
    annuaire: 'rpps',
    nom: 'MORELIN',
    prenom: 'CLAIRE',
    profession: 'Infirmier',
    codeProfession: '60',
    structure: null,
    nominative: true,
    type: 'CPS',
    numeroCarte: null,
    debutValidite: '2025-01-01T00:00:00Z',
    finValidite: '2028-01-01T00:00:00Z',
    emetteur: 'TEST AC CARTES FICTIVES',
    sujet: 'CN=899900099017,C=FR',
  },
  certificats: { signature: 'AAAA', authentification: null },
  code: 'disponible',
  ouverte: false,
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
    {
      type: 'lecture',
      numero: 7,
      resultat: {
        ok: true,
        value: {
          ...lecture,
          beneficiaires: [
            {
              ...lecture.beneficiaires[0],
              regime: { code: '01', caisse: '751', centre: null, codeGestion: '10' },
            },
          ],
        },
      },
    },
    {
      type: 'inventaire',
      numero: 9,
      resultat: {
        ok: true,
        value: [
          { nom: 'koffi', chemin: null, version: '3.3.4', refus: null },
          { nom: 'cryptolib', chemin: '/une.so', version: null, refus: 'cpx/bibliotheque-absente' },
        ],
      },
    },
    { type: 'cpx', etat: { etat: 'absente', refus: 'cpx/absente' } },
    { type: 'cpx', etat: { etat: 'lecture', lecteur: 'Lecteur CPS', presence: 5 } },
    {
      type: 'cpx',
      etat: { etat: 'refusee', lecteur: 'Lecteur CPS', presence: 5, refus: 'cpx/non-reconnue' },
    },
    { type: 'cpx', etat: presente },
    { type: 'reponseCpx', numero: 8, resultat: { ok: false, error: { code: 'cpx/bloquee' } } },
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
    ['CPx absente sans raison', { type: 'cpx', etat: { etat: 'absente' } }],
    ['CPx sans présence', { type: 'cpx', etat: { ...presente, presence: null } }],
    ['CPx au code inventé', { type: 'cpx', etat: { ...presente, code: 'facile' } }],
    ['CPx sans porteur', { type: 'cpx', etat: { ...presente, porteur: null } }],
    [
      'CPx au porteur sans nom',
      { type: 'cpx', etat: { ...presente, porteur: { ...presente.porteur, nom: 1 } } },
    ],
    [
      'CPx au type inventé',
      { type: 'cpx', etat: { ...presente, porteur: { ...presente.porteur, type: 'CPZ' } } },
    ],
    ['CPx sans certificat', { type: 'cpx', etat: { ...presente, certificats: {} } }],
    ['CPx ouverte peut-être', { type: 'cpx', etat: { ...presente, ouverte: 'oui' } }],
    ['CPx d’un état inventé', { type: 'cpx', etat: { ...presente, etat: 'volee' } }],
    ['réponse CPx sans numéro', { type: 'reponseCpx', resultat: { ok: true, value: Uint8Array.of(1) } }],
    ['inventaire sans numéro', { type: 'inventaire', resultat: { ok: true, value: [] } }],
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
      { type: 'lireVitale', numero: 1, lecteur: 'Vitale' },
      { type: 'lireVitale', numero: 1, lecteur: 'Vitale' },
    ],
    [
      { type: 'annuler', numero: 1, autre: 2 },
      { type: 'annuler', numero: 1 },
    ],
    [{ type: 'lireVitale' }, null],
    [{ type: 'lireVitale', numero: 1.5 }, null],
    [{ type: 'ecrire', numero: 1 }, null],
    [
      { type: 'fermerCpx', numero: 1, presence: 2 },
      { type: 'fermerCpx', numero: 1, presence: 2 },
    ],
    [{ type: 'fermerCpx', numero: 1 }, null],
    [{ type: 'ouvrirCpx', numero: 1, presence: 2, code: '1234' }, null],
    [{ type: 'signerCpx', numero: 1, presence: 2, condensat: 'x', cle: 'signature' }, null],
    [undefined, null],
  ])('demande %j', (message, attendu) => {
    expect(readDemande(message)).toEqual(attendu)
  })

  it('les octets voyagent en octets : code, condensat, signature', () => {
    const code = Uint8Array.from([0x31, 0x32, 0x33, 0x34])
    const ouvrir = { type: 'ouvrirCpx', numero: 1, presence: 2, code, dernierEssai: true }
    const condensat = new Uint8Array(32)
    const signer = { type: 'signerCpx', numero: 1, presence: 2, condensat, cle: 'signature' }
    expect([readDemande(ouvrir), readDemande(signer)]).toEqual([ouvrir, signer])
    expect(readDemande({ ...ouvrir, dernierEssai: 'oui' })).toEqual({ ...ouvrir, dernierEssai: false })
    expect(readDemande({ ...ouvrir, code: new Uint8Array(65) })).toBeNull()
    expect(readDemande({ ...signer, condensat: new Uint8Array(31) })).toBeNull()
    expect(readDemande({ ...signer, cle: 'autre' })).toBeNull()
    const reponse = { type: 'reponseCpx', numero: 1, resultat: { ok: true, value: new Uint8Array(256) } }
    expect(readNouvelle(reponse)).toEqual(reponse)
    expect(readNouvelle({ ...reponse, resultat: { ok: true, value: 'x' } })).toEqual({
      ...reponse,
      resultat: { ok: false, error: { code: 'cartes/anomalie' } },
    })
  })

  it('un message quelconque ne lève jamais d’erreur', () => {
    fc.assert(
      fc.property(
        fc.anything(),
        fc.constantFrom('battement', 'etat', 'lecture', 'cpx', 'reponseCpx'),
        (valeur, type) => {
          readDemande(valeur)
          readNouvelle(valeur)
          readNouvelle({ type, numero: 1, etat: valeur, resultat: { ok: true, value: valeur } })
          readDemande({ type: 'signerCpx', numero: 1, presence: 1, condensat: valeur, cle: valeur })
        },
      ),
    )
  })
})
