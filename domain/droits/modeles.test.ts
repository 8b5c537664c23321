import { describe, expect, it } from 'vitest'
import type { Admission } from '../admission/admission.ts'
import type { Evenement } from '../admission/evenement.ts'
import { statutAdmission } from '../admission/lectures.ts'
import { appliquerSelonDroits } from './appliquer-selon-droits.ts'
import type { Cadre } from './cadre.ts'
import type { Modele } from './modeles.ts'
import { ROLES, type Role } from './role.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
  NEUVE,
  PERMIS,
  QUALIFIEE,
  RECUPEREE,
  REPONSE,
  SAISIE,
  SAISIE_FAITE,
  TROUVEE_ET_VALIDEE,
  VALIDEE,
  avec,
  habiliter,
  jouer,
  MODELES_CONNUS,
} from './gestes-exemples.ts'

const HIER = '2026-11-21'

/** What comes out of an act: its refusal, or the status and the trace it leaves. */
function issueDe(admission: Admission, evenement: Evenement, cadre: Cadre): string {
  const issue = appliquerSelonDroits(admission, evenement, AUJOURDHUI, cadre)
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
  it.each(MODELES_CONNUS.flatMap((modele) => ROLES.map((role) => [modele, role] as const)))(
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

  it('lever un doute ne rend aucune confiance : la pièce se contrôle de nouveau', () => {
    const douteuse = jouer(VALIDEE, { type: 'attribut-bascule', attribut: 'douteux', actif: true })
    const lever: Evenement = { type: 'attribut-bascule', attribut: 'douteux', actif: false }
    expect(issueDe(douteuse, lever, avec([]))).toBe('droits/attributs/referent')
    expect(issueDe(douteuse, lever, avec(['attributs']))).toBe('provisoire')
  })

  it('un changement sans effet sur un trait strict n’est pas une correction', () => {
    const nom: Evenement = { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Autre' }
    expect(issueDe(RECUPEREE, nom, habiliter(3, 'agent'))).toBe('droits/modifier-traits-stricts/referent')
    expect(issueDe(SAISIE_FAITE, nom, habiliter(3, 'agent'))).toBe('provisoire')
  })
})
