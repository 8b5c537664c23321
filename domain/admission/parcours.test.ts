import { describe, expect, it } from 'vitest'
import type { Beneficiaire } from '../cartes/lecture-vitale.ts'
import { forcentProvisoire } from '../identite/attributs.ts'
import { prouveIdentite } from '../identite/piece.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import { echec, succes } from '../result.ts'
import { refuser } from '../refus/refus.ts'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { faitInsiDe, identiteDe, statutAdmission } from './lectures.ts'
import { vueDe, type Action } from './vue.ts'

const AUJOURDHUI = '2026-11-22'

const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '0000000001',
  nda: '0000000002',
})

const PERSONNE: Beneficiaire = {
  nomNaissance: "D'ARTOIS",
  nomUsuel: null,
  prenoms: 'ANNE-SOPHIE CLAIRE',
  dateNaissance: '1984-05-17',
  rang: 1,
  matricule: null,
  nirAssure: '2840563220001',
  regime: null,
}

const TROUVEE: IdentiteInsi = {
  actif: { numero: '2840563220001', cle: '00', oid: '1.2.250.1.213.1.4.10', dateDebut: null, dateFin: null },
  historique: [],
  traits: {
    nomNaissance: "D'ARTOIS",
    prenomsNaissance: 'ANNE SOPHIE CLAIRE',
    sexe: 'F',
    dateNaissance: '1984-05-17',
    lieuNaissance: '63220',
  },
  avertissements: [],
}
const AUTRE: IdentiteInsi = { ...TROUVEE, traits: { ...TROUVEE.traits, nomNaissance: 'ARTOIS' } }

const reponse = (identite: IdentiteInsi) =>
  succes({ messageId: 'uuid:m', reponse: { codeCR: '00' as const, identite } })

/** One example of everything that may happen at the desk; the exploration tries each in every state it reaches. */
const POSSIBLES: readonly Evenement[] = [
  { type: 'beneficiaire-choisi', beneficiaire: PERSONNE },
  { type: 'trait-saisi', trait: 'sexe', brut: 'f' },
  { type: 'trait-saisi', trait: 'lieuNaissance', brut: '63220' },
  { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durand' },
  { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Martin' },
  { type: 'traits-deverrouilles' },
  { type: 'piece-enregistree', piece: { type: 'CN', date: AUJOURDHUI } },
  { type: 'piece-enregistree', piece: { type: 'PC', date: AUJOURDHUI } },
  { type: 'piece-retiree' },
  { type: 'attribut-bascule', attribut: 'douteux', actif: true },
  { type: 'attribut-bascule', attribut: 'douteux', actif: false },
  { type: 'insi-demandee', appelId: 'appel-1' },
  { type: 'insi-annulee' },
  { type: 'insi-repondue', appelId: 'appel-1', resultat: reponse(TROUVEE) },
  { type: 'insi-repondue', appelId: 'appel-1', resultat: reponse(AUTRE) },
  {
    type: 'insi-repondue',
    appelId: 'appel-1',
    resultat: succes({ messageId: 'uuid:m', reponse: { codeCR: '01' } }),
  },
  {
    type: 'insi-repondue',
    appelId: 'appel-1',
    resultat: succes({ messageId: 'uuid:m', reponse: { codeCR: '02' } }),
  },
  { type: 'insi-repondue', appelId: 'appel-1', resultat: echec(refuser('insi/injoignable')) },
  { type: 'insi-repondue', appelId: 'appel-0', resultat: reponse(TROUVEE) },
  { type: 'insi-acceptee', motif: null },
  { type: 'insi-acceptee', motif: 'ecriture-equivalente' },
  { type: 'insi-ecartee' },
  { type: 'close' },
]

interface Pas {
  readonly avant: Admission
  readonly evenement: Evenement
  readonly apres: Admission
}

/** Every state the workflow can reach from a new admission, and every step between two states. */
function explorer(): { etats: readonly Admission[]; pas: readonly Pas[] } {
  const connus = new Map<string, Admission>([[JSON.stringify(NEUVE), NEUVE]])
  const pas: Pas[] = []
  for (const avant of connus.values()) {
    for (const evenement of POSSIBLES) {
      const issue = appliquer(avant, evenement, AUJOURDHUI)
      if (!issue.ok) continue
      const apres = issue.value.admission
      pas.push({ avant, evenement, apres })
      connus.set(JSON.stringify(apres), connus.get(JSON.stringify(apres)) ?? apres)
    }
  }
  return { etats: [...connus.values()], pas }
}

const { etats, pas } = explorer()

describe("le parcours d'admission, exploré en entier", () => {
  it('atteint les quatre statuts (EXI SI 07)', () => {
    expect(new Set(etats.map(statutAdmission))).toEqual(
      new Set(['provisoire', 'recuperee', 'validee', 'qualifiee']),
    )
    expect(etats.length).toBeGreaterThan(300)
  })

  it("n'atteint validee ou qualifiee qu'avec une pièce contrôlée en présence (EXI PP 09)", () => {
    const fautifs = etats.filter(
      (etat) => ['validee', 'qualifiee'].includes(statutAdmission(etat)) && !prouveIdentite(etat.piece),
    )
    expect(fautifs).toEqual([])
  })

  it('ne pose une pièce que par un acte humain', () => {
    const causes = pas
      .filter((p) => p.avant.piece === null && p.apres.piece !== null)
      .map((p) => p.evenement.type)
    expect(new Set(causes)).toEqual(new Set(['piece-enregistree']))
  })

  it("n'associe un matricule que par l'acceptation d'un agent (EXI REC 07)", () => {
    const causes = pas.filter((p) => !faitInsiDe(p.avant) && faitInsiDe(p.apres)).map((p) => p.evenement.type)
    expect(new Set(causes)).toEqual(new Set(['insi-acceptee']))
  })

  it('douteux ou fictif force provisoire et efface toute réponse INSi (EXI SI 09)', () => {
    const marques = etats.filter((etat) => forcentProvisoire(etat.attributs))
    expect(marques.length).toBeGreaterThan(0)
    expect(
      marques.filter((e) => statutAdmission(e) !== 'provisoire' || e.interrogation.etat !== 'aucune'),
    ).toEqual([])
  })

  it('un trait strict modifié fait tomber les deux faits', () => {
    const stricts = pas.filter(
      (p) =>
        p.evenement.type === 'trait-saisi' &&
        p.evenement.trait !== 'nomUtilise' &&
        p.apres.saisie[p.evenement.trait]?.valeur !== p.avant.saisie[p.evenement.trait]?.valeur,
    )
    expect(stricts.length).toBeGreaterThan(0)
    expect(new Set(stricts.map((p) => statutAdmission(p.apres)))).toEqual(new Set(['provisoire']))
  })

  it('une identité qualifiée porte, octet pour octet, les traits de INSi', () => {
    const qualifiees = etats.filter((etat) => statutAdmission(etat) === 'qualifiee')
    const traits = qualifiees.map((etat) => {
      const identite = identiteDe(etat)
      return identite && etat.interrogation.etat === 'acceptee'
        ? [
            identite.traits.nomNaissance === etat.interrogation.identite.traits.nomNaissance,
            identite.traits.prenomsNaissance === etat.interrogation.identite.traits.prenomsNaissance,
            identite.traits.sexe === etat.interrogation.identite.traits.sexe,
            identite.traits.dateNaissance === etat.interrogation.identite.traits.dateNaissance,
            identite.traits.lieuNaissance === etat.interrogation.identite.traits.lieuNaissance,
          ]
        : [false]
    })
    expect(new Set(traits.flat())).toEqual(new Set([true]))
  })

  it("n'associe jamais un écart majeur, quel que soit le motif", () => {
    expect(
      etats.filter(
        (e) =>
          e.interrogation.etat === 'acceptee' && e.interrogation.identite.traits.nomNaissance === 'ARTOIS',
      ),
    ).toEqual([])
  })

  it('ne mène à aucune impasse : toute admission ouverte peut être close', () => {
    const bloquees = etats.filter((etat) => !etat.close && vueDe(etat, AUJOURDHUI).actions.clore !== null)
    expect(bloquees).toEqual([])
  })

  it('ne montre un matricule que qualifiée (EXI SI 08)', () => {
    const montres = etats.filter((etat) => vueDe(etat, AUJOURDHUI).ins !== null)
    expect(new Set(montres.map(statutAdmission))).toEqual(new Set(['qualifiee']))
  })

  it('ignore une réponse qui arrive pour un autre appel', () => {
    const tardives = pas.filter(
      (p) => p.evenement.type === 'insi-repondue' && p.evenement.appelId === 'appel-0',
    )
    expect(tardives.length).toBeGreaterThan(0)
    expect(tardives.filter((p) => p.avant !== p.apres)).toEqual([])
  })

  it('une admission close ne change plus', () => {
    const apresCloture = pas.filter(
      (p) => p.avant.close && JSON.stringify(p.avant) !== JSON.stringify(p.apres),
    )
    expect(apresCloture).toEqual([])
  })

  it('chaque action proposée est réellement possible, et chaque refus porte un code', () => {
    const essais: Partial<Record<Action, Evenement>> = {
      interrogerInsi: { type: 'insi-demandee', appelId: 'appel-1' },
      annulerInsi: { type: 'insi-annulee' },
      ecarterInsi: { type: 'insi-ecartee' },
      deverrouiller: { type: 'traits-deverrouilles' },
    }
    const mensonges = etats.flatMap((etat) =>
      Object.entries(essais).filter(([action, evenement]) => {
        const issue = appliquer(etat, evenement, AUJOURDHUI)
        return vueDe(etat, AUJOURDHUI).actions[action as Action] !== (issue.ok ? null : issue.error.code)
      }),
    )
    expect(mensonges).toEqual([])
  })
})
