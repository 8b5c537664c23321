import { describe, expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import { statutAdmission } from '../admission/lectures.ts'
import { vueDe } from '../admission/vue.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import { succes } from '../result.ts'
import { appliquerSelonDroits } from './appliquer-selon-droits.ts'
import { attenteDe } from './attente.ts'
import { DROITS, type Droit } from './droit.ts'
import type { Modele } from './modeles.ts'
import { organisationDuModele } from './organisation.ts'
import { peut, type Habilitation } from './peut.ts'
import { ROLES, type Role } from './role.ts'

const AUJOURDHUI = '2026-11-22'
const HIER = '2026-11-21'
const MODELES: readonly Modele[] = [1, 2, 3, 4]

const habiliter = (modele: Modele, role: Role): Habilitation => ({
  role,
  formations: null,
  organisation: organisationDuModele(modele),
  guichet: { typeAdmission: null, secteur: null },
})

/** Somebody who holds exactly these rights. */
const avec = (droits: readonly Droit[]): Habilitation => {
  const organisation = organisationDuModele(1)
  return {
    ...habiliter(1, 'agent'),
    organisation: {
      ...organisation,
      modele: 'personnalise',
      droits: { ...organisation.droits, agent: droits },
    },
  }
}

const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '0000000001',
  nda: '0000000002',
})

const TROUVEE: IdentiteInsi = {
  actif: { numero: '2840563220001', cle: '00', oid: '1.2.250.1.213.1.4.10', dateDebut: null, dateFin: null },
  historique: [],
  traits: {
    nomNaissance: 'DURAND',
    prenomsNaissance: 'ANNE',
    sexe: 'F',
    dateNaissance: '1984-05-17',
    lieuNaissance: '63220',
  },
  avertissements: [],
}

const CN: Evenement = { type: 'piece-enregistree', piece: { type: 'CN', date: AUJOURDHUI } }
const PERMIS: Evenement = { type: 'piece-enregistree', piece: { type: 'PC', date: AUJOURDHUI } }
const DEMANDE: Evenement = { type: 'insi-demandee', appelId: 'appel-1' }
const REPONSE: Evenement = {
  type: 'insi-repondue',
  appelId: 'appel-1',
  resultat: succes({ messageId: 'uuid:m', reponse: { codeCR: '00', identite: TROUVEE } }),
}
const ACCEPTEE: Evenement = { type: 'insi-acceptee', motif: null }

const SAISIE: readonly Evenement[] = (
  [
    ['nomNaissance', 'Durand'],
    ['prenomsNaissance', 'Anne'],
    ['sexe', 'f'],
    ['dateNaissance', '17051984'],
    ['lieuNaissance', '63220'],
  ] as const
).map(([trait, brut]) => ({ type: 'trait-saisi', trait, brut }))

const jouer = (depart: Admission, ...evenements: readonly Evenement[]): Admission =>
  evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, AUJOURDHUI)
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, depart)

const SAISIE_FAITE = jouer(NEUVE, ...SAISIE)
const VALIDEE = jouer(SAISIE_FAITE, CN)
const TROUVEE_ET_VALIDEE = jouer(VALIDEE, DEMANDE, REPONSE)
const RECUPEREE = jouer(SAISIE_FAITE, DEMANDE, REPONSE, ACCEPTEE)
const QUALIFIEE = jouer(TROUVEE_ET_VALIDEE, ACCEPTEE)

/** What comes out of an act: its refusal, or the status and the trace it leaves. */
function issueDe(admission: Admission, evenement: Evenement, habilitation: Habilitation): string {
  const issue = appliquerSelonDroits(admission, evenement, AUJOURDHUI, habilitation)
  if (!issue.ok) return issue.error.code
  const { admission: apres } = issue.value
  return [statutAdmission(apres), ...(apres.piece?.aValider ? ['trace'] : [])].join(' + ')
}

const GESTES = {
  'ouvrir et saisir': [NEUVE, SAISIE[0]],
  'enregistrer une carte d’identité': [SAISIE_FAITE, CN],
  'enregistrer un permis': [SAISIE_FAITE, PERMIS],
  'appeler INSi': [SAISIE_FAITE, DEMANDE],
  'accepter INSi sans pièce': [jouer(SAISIE_FAITE, DEMANDE, REPONSE), ACCEPTEE],
  'accepter INSi, pièce validée': [TROUVEE_ET_VALIDEE, ACCEPTEE],
  'enregistrer la pièce après INSi': [RECUPEREE, CN],
  'retirer la pièce validée': [VALIDEE, { type: 'piece-retiree' }],
  'corriger un trait strict validé': [
    VALIDEE,
    { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' },
  ],
  'saisir le nom utilisé': [VALIDEE, { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Martin' }],
  déverrouiller: [QUALIFIEE, { type: 'traits-deverrouilles' }],
  'marquer douteuse': [QUALIFIEE, { type: 'attribut-bascule', attribut: 'douteux', actif: true }],
  clore: [NEUVE, { type: 'close' }],
} as const satisfies Record<string, readonly [Admission, Evenement | undefined]>

const tableau = (modele: Modele, role: Role): Record<string, string> =>
  Object.fromEntries(
    Object.entries(GESTES).map(([nom, [depart, evenement]]) => [
      nom,
      evenement ? issueDe(depart, evenement, habiliter(modele, role)) : 'absent',
    ]),
  )

const COMPLET = {
  'ouvrir et saisir': 'provisoire',
  'enregistrer une carte d’identité': 'validee',
  'enregistrer un permis': 'provisoire',
  'appeler INSi': 'provisoire',
  'accepter INSi sans pièce': 'recuperee',
  'accepter INSi, pièce validée': 'qualifiee',
  'enregistrer la pièce après INSi': 'qualifiee',
  'retirer la pièce validée': 'provisoire',
  'corriger un trait strict validé': 'provisoire',
  'saisir le nom utilisé': 'validee',
  déverrouiller: 'provisoire',
  'marquer douteuse': 'provisoire',
  clore: 'provisoire',
}
const SANS_QUALIFIER = {
  ...COMPLET,
  'accepter INSi, pièce validée': 'droits/qualifier/referent',
  'enregistrer la pièce après INSi': 'recuperee + trace',
}
const saisieSeule = (qui: 'referent' | 'civ') => ({
  ...COMPLET,
  'enregistrer une carte d’identité': 'provisoire + trace',
  'appeler INSi': `droits/appeler-insi/${qui}`,
  'accepter INSi sans pièce': `droits/appeler-insi/${qui}`,
  'accepter INSi, pièce validée': `droits/appeler-insi/${qui}`,
  'enregistrer la pièce après INSi': 'recuperee + trace',
  'retirer la pièce validée': `droits/valider/${qui}`,
  'corriger un trait strict validé': `droits/modifier-traits-stricts/${qui}`,
  déverrouiller: `droits/modifier-traits-stricts/${qui}`,
  'marquer douteuse': `droits/attributs/${qui}`,
})
const informatique = (premier: 'agent' | 'referent' | 'civ') => ({
  ...COMPLET,
  'ouvrir et saisir': 'droits/creer-modifier/agent',
  'enregistrer une carte d’identité': 'droits/numeriser/agent',
  'enregistrer un permis': 'droits/numeriser/agent',
  'appeler INSi': `droits/appeler-insi/${premier}`,
  'accepter INSi sans pièce': `droits/appeler-insi/${premier}`,
  'accepter INSi, pièce validée': `droits/appeler-insi/${premier}`,
  'enregistrer la pièce après INSi': 'droits/numeriser/agent',
  'retirer la pièce validée': 'droits/numeriser/agent',
  'corriger un trait strict validé': 'droits/creer-modifier/agent',
  'saisir le nom utilisé': 'droits/creer-modifier/agent',
  déverrouiller: `droits/modifier-traits-stricts/${premier}`,
  'marquer douteuse': `droits/attributs/${premier}`,
})

const ATTENDU: Readonly<Record<Modele, Readonly<Record<Role, object>>>> = {
  1: {
    agent: COMPLET,
    referent: COMPLET,
    civ: COMPLET,
    responsable: COMPLET,
    informatique: informatique('agent'),
  },
  2: {
    agent: SANS_QUALIFIER,
    referent: COMPLET,
    civ: COMPLET,
    responsable: SANS_QUALIFIER,
    informatique: informatique('agent'),
  },
  3: {
    agent: saisieSeule('referent'),
    referent: COMPLET,
    civ: COMPLET,
    responsable: saisieSeule('referent'),
    informatique: informatique('referent'),
  },
  4: {
    agent: saisieSeule('civ'),
    referent: saisieSeule('civ'),
    civ: COMPLET,
    responsable: saisieSeule('civ'),
    informatique: informatique('civ'),
  },
}

describe('RNIV, modèles d’organisation : qui peut quoi', () => {
  it.each(MODELES.flatMap((modele) => ROLES.map((role) => [modele, role] as const)))(
    'modèle %s, %s : chaque geste',
    (modele, role) => expect(tableau(modele, role)).toEqual(ATTENDU[modele][role]),
  )

  it('la pièce laissée en trace garde le jour de sa présentation quand le référent la valide', () => {
    const agent = appliquerSelonDroits(
      SAISIE_FAITE,
      { type: 'piece-enregistree', piece: { type: 'CN', date: HIER } },
      HIER,
      habiliter(3, 'agent'),
    )
    if (!agent.ok) throw new Error(agent.error.code)
    expect(agent.value.admission.piece).toEqual({ type: 'CN', date: HIER, aValider: true })
    expect(agent.value.effets).toEqual([
      { type: 'journaliser', acte: { acte: 'piece-presentee', piece: 'CN' } },
    ])
    const valide = appliquerSelonDroits(agent.value.admission, CN, AUJOURDHUI, habiliter(3, 'referent'))
    if (!valide.ok) throw new Error(valide.error.code)
    expect(valide.value.admission.piece).toEqual({ type: 'CN', date: HIER })
    expect(statutAdmission(valide.value.admission)).toBe('validee')
  })

  it('lever un doute rend sa validation à l’identité : il y faut le droit de valider', () => {
    const douteuse = jouer(VALIDEE, { type: 'attribut-bascule', attribut: 'douteux', actif: true })
    const lever: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: false }
    expect(issueDe(douteuse, lever, avec(['attributs']))).toBe('droits/valider/referent')
    expect(issueDe(douteuse, lever, avec(['attributs', 'valider']))).toBe('validee')
  })

  it('un changement sans effet sur un trait strict n’est pas une correction', () => {
    const nom: Evenement = { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Autre' }
    expect(issueDe(RECUPEREE, nom, habiliter(3, 'agent'))).toBe('droits/modifier-traits-stricts/referent')
    expect(issueDe(SAISIE_FAITE, nom, habiliter(3, 'agent'))).toBe('provisoire')
  })
})

describe('RNIV, EXI PP 09 : personne ne conclut sans le droit de conclure', () => {
  const ACTES: readonly Evenement[] = [
    ...SAISIE,
    CN,
    PERMIS,
    { type: 'piece-retiree' },
    DEMANDE,
    REPONSE,
    ACCEPTEE,
    { type: 'insi-acceptee', motif: 'patient-confirme' },
    { type: 'insi-ecartee' },
    { type: 'traits-deverrouilles' },
    { type: 'attribut-bascule', attribut: 'douteux', actif: true },
    { type: 'attribut-bascule', attribut: 'douteux', actif: false },
    { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Durant' },
  ]
  const AUTRES_DROITS = DROITS.filter((droit) => droit !== 'valider' && droit !== 'qualifier')

  /** Every step this person can take, from every state he can reach, starting from a new admission and from others' work. */
  function pas(habilitation: Habilitation) {
    const connus = new Map<string, Admission>()
    for (const depart of [SAISIE_FAITE, VALIDEE, RECUPEREE, QUALIFIEE, TROUVEE_ET_VALIDEE])
      connus.set(JSON.stringify(depart), depart)
    const faits: { de: string; vers: string; evenement: Evenement }[] = []
    for (const avant of connus.values())
      for (const evenement of ACTES) {
        const issue = appliquerSelonDroits(avant, evenement, AUJOURDHUI, habilitation)
        if (!issue.ok) continue
        const { admission } = issue.value
        faits.push({ de: statutAdmission(avant), vers: statutAdmission(admission), evenement })
        connus.set(JSON.stringify(admission), admission)
      }
    return faits
  }
  const gagne = (statut: string) => (fait: { de: string; vers: string }) =>
    fait.vers === statut && fait.de !== statut

  it('tous les droits sauf valider et qualifier : aucune suite d’actes ne valide ni ne qualifie', () => {
    const faits = pas(avec(AUTRES_DROITS))
    expect(faits.length).toBeGreaterThan(100)
    // A fall from qualifiee to validee gives no trust; it is the only way to be validated without the right.
    expect(faits.filter(gagne('qualifiee'))).toEqual([])
    expect(faits.filter(gagne('validee')).filter(({ de }) => de !== 'qualifiee')).toEqual([])
  })

  it('tous les droits sauf qualifier : aucune suite d’actes ne qualifie', () =>
    expect(pas(avec([...AUTRES_DROITS, 'valider'])).filter(gagne('qualifiee'))).toEqual([]))

  it.each(MODELES.flatMap((modele) => ROLES.map((role) => [modele, role] as const)))(
    'modèle %s, %s : valider et qualifier ne s’atteignent qu’avec le droit',
    (modele, role) => {
      const habilitation = habiliter(modele, role)
      const faits = pas(habilitation)
      expect({
        valide: faits.filter(gagne('validee')).some(({ de }) => de !== 'qualifiee'),
        qualifie: faits.some(gagne('qualifiee')),
      }).toEqual({
        valide: peut(habilitation, 'valider', AUJOURDHUI) === null,
        qualifie: peut(habilitation, 'qualifier', AUJOURDHUI) === null,
      })
    },
  )
})

describe('La vue dit d’avance ce que les droits refusent', () => {
  it('modèle 2, agent : la réponse INSi est gardée à qualifier, le bouton le dit', () => {
    const vue = vueDe(TROUVEE_ET_VALIDEE, AUJOURDHUI, habiliter(2, 'agent'))
    expect([vue.statut, vue.attente, vue.actions.accepterInsi]).toEqual([
      'validee',
      'a-qualifier',
      'droits/qualifier/referent',
    ])
    const referent = vueDe(TROUVEE_ET_VALIDEE, AUJOURDHUI, habiliter(2, 'referent'))
    expect([referent.attente, referent.actions.accepterInsi]).toEqual([null, null])
  })

  it('modèle 3, agent : la pièce en trace attend le référent', () => {
    const trace = jouer(SAISIE_FAITE, {
      type: 'piece-enregistree',
      piece: { type: 'CN', date: AUJOURDHUI, aValider: true },
    })
    expect([attenteDe(trace), vueDe(trace, AUJOURDHUI, habiliter(3, 'agent')).attente]).toEqual([
      'a-valider',
      'a-valider',
    ])
    expect(vueDe(trace, AUJOURDHUI, habiliter(3, 'referent')).attente).toBeNull()
    const { actions } = vueDe(trace, AUJOURDHUI, habiliter(3, 'agent'))
    expect([actions.interrogerInsi, actions.basculerAttribut, actions.clore]).toEqual([
      'droits/appeler-insi/referent',
      'droits/attributs/referent',
      null,
    ])
  })

  it('une identité douteuse ou sans fait n’attend personne ; récupérée avec une trace, elle est à qualifier', () => {
    const trace: Evenement = {
      type: 'piece-enregistree',
      piece: { type: 'CN', date: AUJOURDHUI, aValider: true },
    }
    const doute: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: true }
    expect([
      attenteDe(SAISIE_FAITE),
      attenteDe(VALIDEE),
      attenteDe(QUALIFIEE),
      attenteDe(jouer(RECUPEREE, trace)),
      attenteDe(jouer(RECUPEREE, trace, doute)),
    ]).toEqual([null, null, null, 'a-qualifier', null])
  })
})
