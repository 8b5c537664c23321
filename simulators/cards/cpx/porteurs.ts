/** One simulated professional card: an invented holder, and what his certificates say. */
export interface CarteCpxSimulee {
  readonly idNat: string
  /** Family and given names, null on a card that names a job. */
  readonly nom: string | null
  readonly prenom: string | null
  readonly pseudonyme: string | null
  readonly titre: string | null
  readonly organisation: string | null
  readonly structure: string | null
  /** Table G02: 0 CPS, 1 CPF, 2 CDE/CPE, 3 CDA/CPA. */
  readonly type: number
  readonly profession: number | null
  readonly numero: string
  /** Days the certificates remain valid; negative for an expired card. */
  readonly finJours: number
}

const NOMINATIVE: CarteCpxSimulee = {
  idNat: '899900099017',
  nom: 'MORELIN',
  prenom: 'CLAIRE',
  pseudonyme: null,
  titre: 'Infirmier',
  organisation: null,
  structure: null,
  type: 0,
  profession: 60,
  numero: '2609990001',
  finJours: 700,
}

/** Cards one may insert in the simulated desk. Every holder and number is invented. */
export const CARTES_CPX: Readonly<Record<string, CarteCpxSimulee>> = {
  /** A nurse's CPS, named. */
  cps: NOMINATIVE,
  /** An admission agent's CPE, named. */
  cpe: {
    ...NOMINATIVE,
    idNat: '30B0199999/AGENT0042',
    nom: "D'ESTREVAL",
    prenom: 'HÉLÈNE',
    titre: null,
    organisation: 'HOPITAL FICTIF',
    structure: '10B0199999',
    type: 2,
    profession: null,
    numero: '2609990002',
  },
  /** A CPE of a service, that names nobody. */
  'cpe-service': {
    ...NOMINATIVE,
    idNat: '30B0199999/000000018',
    nom: null,
    prenom: null,
    pseudonyme: 'EMPLOYE000000018',
    titre: 'Carte de service sante ou social',
    organisation: 'HOPITAL FICTIF',
    structure: '10B0199999',
    type: 2,
    profession: null,
    numero: '2609990003',
  },
  'cps-perimee': {
    ...NOMINATIVE,
    idNat: '899900099025',
    prenom: 'BASILE',
    numero: '2609990004',
    finJours: -5,
  },
}
