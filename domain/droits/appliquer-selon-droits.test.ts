import { describe, expect, it } from 'vitest'
import type { Admission } from '../admission/admission.ts'
import type { Evenement } from '../admission/evenement.ts'
import { statutAdmission } from '../admission/lectures.ts'
import { vueDe } from '../admission/vue.ts'
import { appliquerSelonDroits } from './appliquer-selon-droits.ts'
import { attenteDe } from './attente.ts'
import type { Cadre } from './cadre.ts'
import { DROITS } from './droit.ts'
import { peut } from './peut.ts'
import { ROLES } from './role.ts'
import {
  ACCEPTEE,
  AUJOURDHUI,
  CN,
  DEMANDE,
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

  /** Past attempts make no difference to the rights, and would make the states infinite. */
  const cleDe = ({ saisie, piece, attributs, interrogation, close }: Admission): string =>
    JSON.stringify({ saisie, piece, attributs, interrogation: { ...interrogation, demande: null }, close })

  /** Every step this person can take, from every state he can reach, starting from a new admission and from others' work. */
  function pas(cadre: Cadre) {
    const connus = new Map<string, Admission>()
    for (const depart of [SAISIE_FAITE, VALIDEE, RECUPEREE, QUALIFIEE, TROUVEE_ET_VALIDEE])
      connus.set(cleDe(depart), depart)
    const faits: { de: string; vers: string; evenement: Evenement }[] = []
    for (const avant of connus.values())
      for (const evenement of ACTES) {
        const issue = appliquerSelonDroits(avant, evenement, AUJOURDHUI, cadre)
        if (!issue.ok) continue
        const { admission } = issue.value
        faits.push({ de: statutAdmission(avant), vers: statutAdmission(admission), evenement })
        connus.set(cleDe(admission), connus.get(cleDe(admission)) ?? admission)
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

  it.each(MODELES_CONNUS.flatMap((modele) => ROLES.map((role) => [modele, role] as const)))(
    'modèle %s, %s : valider et qualifier ne s’atteignent qu’avec le droit',
    (modele, role) => {
      const cadre = habiliter(modele, role)
      const faits = pas(cadre)
      expect({
        valide: faits.filter(gagne('validee')).some(({ de }) => de !== 'qualifiee'),
        qualifie: faits.some(gagne('qualifiee')),
      }).toEqual({
        valide: peut(cadre.habilitation, 'valider', AUJOURDHUI) === null,
        qualifie: peut(cadre.habilitation, 'qualifier', AUJOURDHUI) === null,
      })
    },
  )
})

describe('La vue dit d’avance ce que les droits refusent', () => {
  it('modèle 2, agent : la réponse INSi est gardée à qualifier, le bouton le dit', () => {
    const vue = vueDe(TROUVEE_ET_VALIDEE, AUJOURDHUI, habiliter(2, 'agent'))
    expect([vue.statut, vue.attente, vue.actions.accepterInsi]).toEqual([
      'validee',
      { etat: 'a-qualifier', refus: 'droits/qualifier/referent' },
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
      { etat: 'a-valider', refus: 'droits/valider/referent' },
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
