import { describe, expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import { ecartsDe, faitInsiDe } from '../admission/lectures.ts'
import { graviteDe } from '../ecarts/comparer.ts'
import type { Suite } from '../ecarts/ecart.ts'
import type { IdentiteInsi, NumeroInsi, TraitsInsi } from '../insi/reponse.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import { faitsNotice } from '../notice/faits-notice.ts'
import { decisionDe } from './decision.ts'
import { NOEUDS, type Noeud } from './noeuds.ts'

const JOUR = '2026-11-22'

const TRAITS: TraitsInsi = {
  nomNaissance: 'TCHITCHI',
  prenomsNaissance: 'OLA CATARINA',
  sexe: 'F',
  dateNaissance: '1936-06-21',
  lieuNaissance: '63220',
}

const saisir = (trait: keyof TraitsInsi, brut: string): Evenement => ({ type: 'trait-saisi', trait, brut })

const NUMERO: NumeroInsi = {
  numero: '2360663220836',
  cle: '56',
  oid: '1.2.250.1.213.1.4.10',
  dateDebut: null,
  dateFin: null,
}
const AUTRE_NUMERO: NumeroInsi = { ...NUMERO, numero: '2360663220837', cle: '55' }

const repondre = (
  traits: Partial<TraitsInsi>,
  actif = NUMERO,
  historique: readonly NumeroInsi[] = [],
): Evenement => {
  const identite: IdentiteInsi = {
    actif,
    historique,
    traits: { ...TRAITS, ...traits },
    avertissements: [],
  }
  return {
    type: 'insi-repondue',
    appelId: 'a',
    resultat: succes({ messageId: 'uuid:m', reponse: { codeCR: '00', identite } }),
  }
}

const sans = (codeCR: '01' | '02'): Evenement => ({
  type: 'insi-repondue',
  appelId: 'a',
  resultat: succes({ messageId: 'uuid:m', reponse: { codeCR } }),
})

const NEUVE = [
  saisir('nomNaissance', 'TCHITCHI'),
  saisir('prenomsNaissance', 'OLA CATARINA'),
  saisir('sexe', 'F'),
  saisir('dateNaissance', '21/06/1936'),
  saisir('lieuNaissance', '63220'),
].reduce(
  jouer,
  ouvrirAdmission({
    id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
    ouverteLe: '2026-11-22T08:00:00.000Z',
    agent: 'demo',
    ipp: '1',
    nda: '2',
  }),
)

function jouer(admission: Admission, evenement: Evenement): Admission {
  const issue = appliquer(admission, evenement, JOUR)
  if (!issue.ok) throw new Error(issue.error.code)
  return issue.value.admission
}

const APPEL: Evenement = { type: 'insi-demandee', appelId: 'a' }

const POSSIBLES: readonly Evenement[] = [
  APPEL,
  { type: 'insi-annulee' },
  sans('01'),
  sans('02'),
  { type: 'insi-repondue', appelId: 'a', resultat: echec(refuser('insi/delai')) },
  repondre({}),
  repondre({ nomNaissance: 'TCHI-TCHI' }),
  repondre({ nomNaissance: 'DURAND' }),
  repondre({ prenomsNaissance: 'CATARINA' }),
  { type: 'nom-naissance-verifie' },
  { type: 'transfert-demande', motif: 'ecart-majeur' },
  { type: 'notice-remise', notice: 'insee', lot: 'L', differents: [], depliant: false },
  { type: 'insi-acceptee', motif: null },
  { type: 'insi-acceptee', motif: 'patient-confirme' },
  { type: 'insi-ecartee' },
  { type: 'attribut-bascule', attribut: 'douteux', actif: true },
  saisir('dateNaissance', ''),
]

/** What may happen once an answer was accepted and must be verified. */
const VERIFICATION: readonly Evenement[] = [
  { type: 'etat-civil-declare' },
  { type: 'verification-demandee', appelId: 'a' },
  { type: 'insi-annulee' },
  sans('01'),
  sans('02'),
  repondre({}),
  repondre({}, AUTRE_NUMERO),
  repondre({}, AUTRE_NUMERO, [NUMERO]),
  repondre({ nomNaissance: 'DURAND' }),
  { type: 'insi-acceptee', motif: null },
  { type: 'insi-acceptee', motif: 'patient-confirme' },
  APPEL,
]

/** Every state the decision can reach. */
function explorer(depart: Admission, possibles: readonly Evenement[]): readonly Admission[] {
  const connus = new Map<string, Admission>([[JSON.stringify(depart), depart]])
  for (const avant of connus.values())
    for (const evenement of possibles) {
      const issue = appliquer(avant, evenement, JOUR)
      if (!issue.ok) continue
      const cle = JSON.stringify(issue.value.admission)
      if (!connus.has(cle)) connus.set(cle, issue.value.admission)
    }
  return [...connus.values()]
}

const etats = [
  ...explorer(NEUVE, POSSIBLES),
  ...explorer(
    [APPEL, repondre({}), { type: 'insi-acceptee', motif: null } as const].reduce(jouer, NEUVE),
    VERIFICATION,
  ),
]

/** The event a way out stands for; a notice is first printed. */
const acteDe = (suite: Suite): Evenement | undefined =>
  (
    ({
      'verifier-nom-naissance': { type: 'nom-naissance-verifie' },
      'rappeler-insi': APPEL,
      accepter: { type: 'insi-acceptee', motif: null },
      'accepter-motif': { type: 'insi-acceptee', motif: 'patient-confirme' },
      'transferer-referent': { type: 'transfert-demande', motif: 'doute' },
      'corriger-saisie': saisir('nomNaissance', 'LEROY'),
      'poursuivre-sans-ins': { type: 'close' },
    }) as Partial<Record<Suite, Evenement>>
  )[suite]

describe("l'arbre de décision, exploré en entier", () => {
  it('atteint chaque nœud et chaque feuille', () => {
    const decisions = etats.map((etat) => decisionDe(etat))
    expect([...new Set(decisions.map(({ noeud }) => noeud))].sort()).toEqual(Object.keys(NOEUDS).sort())
    const feuilles = new Set(Object.values(NOEUDS).flatMap(({ suites }) => suites))
    expect(new Set(decisions.flatMap(({ suites }) => suites))).toEqual(feuilles)
  })

  it("n'a pas d'impasse : seule une INS associée n'a plus de suite", () => {
    const sansSuite = etats.map((etat) => decisionDe(etat)).filter(({ suites }) => suites.length === 0)
    expect(new Set(sansSuite.map(({ noeud }) => noeud))).toEqual(new Set<Noeud>(['associee']))
  })

  it('ne propose que ce que les règles permettent', () => {
    const mensonges = etats.flatMap((etat) =>
      decisionDe(etat).suites.filter((suite) => {
        const acte = acteDe(suite)
        return acte !== undefined && !appliquer(etat, acte, JOUR).ok
      }),
    )
    expect(mensonges).toEqual([])
  })

  it('DX-11 : une notice proposée dit toujours quel trait diffère, ou que personne n’est trouvé', () => {
    const muettes = etats.flatMap((etat) =>
      decisionDe(etat).suites.flatMap((suite): readonly unknown[] => {
        if (suite !== 'notice-insee' && suite !== 'renouveler-piece') return []
        const faits = faitsNotice(etat, suite === 'notice-insee' ? 'insee' : 'piece')
        if (!faits.ok) return [faits.error]
        const introuvable = etat.interrogation.etat === 'non-trouvee'
        return introuvable === (faits.value.differents.length === 0) ? [] : [faits.value]
      }),
    )
    expect(muettes).toEqual([])
  })

  it("n'associe jamais un écart majeur, quel que soit le chemin", () => {
    const majeurs = etats.filter((etat) => graviteDe(ecartsDe(etat)) === 'majeur')
    expect(majeurs.length).toBeGreaterThan(0)
    const associes = majeurs.filter((etat) =>
      [null, 'patient-confirme' as const].some(
        (motif) => appliquer(etat, { type: 'insi-acceptee', motif }, JOUR).ok,
      ),
    )
    expect(associes).toEqual([])
    expect(
      etats.filter(
        (e) => faitInsiDe(e) && ['DURAND', 'CATARINA'].includes(e.saisie.nomNaissance?.valeur ?? ''),
      ),
    ).toEqual([])
  })

  it('se reprend par une autre personne : le nœud se relit du document conservé', () => {
    const relus = etats.map((etat) => decisionDe(JSON.parse(JSON.stringify({ ...etat, agent: 'referent' }))))
    expect(relus).toEqual(etats.map((etat) => decisionDe(etat)))
  })
})

describe('les relances au guichet', () => {
  it('01 pour une femme : le nom de naissance se vérifie avant tout autre appel', () => {
    const apres = [APPEL, sans('01')].reduce(jouer, NEUVE)
    expect([decisionDe(apres).noeud, appliquer(apres, APPEL, JOUR)]).toEqual([
      'nom-a-verifier',
      echec(refuser('insi/nom-naissance-a-verifier')),
    ])
    expect(decisionDe(jouer(apres, { type: 'nom-naissance-verifie' })).relance).toEqual({
      libelle: 'Essai 2/3 : prénom CATARINA',
      rang: 2,
      sur: 3,
    })
  })

  it('une réponse venue d’un autre prénom ne s’accepte pas sans motif, même sans écart', () => {
    const trouvee = [
      APPEL,
      sans('01'),
      { type: 'nom-naissance-verifie' } as const,
      APPEL,
      repondre({}),
    ].reduce(jouer, NEUVE)
    expect([
      decisionDe(trouvee).noeud,
      appliquer(trouvee, { type: 'insi-acceptee', motif: null }, JOUR),
      appliquer(trouvee, { type: 'insi-acceptee', motif: 'patient-confirme' }, JOUR).ok,
    ]).toEqual(['autre-prenom', echec(refuser('admission/motif-requis')), true])
  })
})
