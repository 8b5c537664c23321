import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import { appliquer } from '#domain/admission/appliquer.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { ecartsDe, relanceDe } from '#domain/admission/lectures.ts'
import { graviteDe } from '#domain/ecarts/comparer.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { ReponseInsi } from '#domain/insi/reponse.ts'
import type { Papiers } from './papiers.ts'

/** Asks the national base once. */
export type Interroger = (demande: DemandeInsi) => Promise<ReponseInsi>

/** How the lookup of one person went at the desk. */
export interface Bilan {
  readonly premier: ReponseInsi['codeCR']
  /** Calls and corrections the workstation proposed after the first call, up to the one that found. */
  readonly propositions: number
  /** The number found, null when the ladder ended without one. */
  readonly numero: string | null
  /** The person found may not be attached: the differences are major. */
  readonly refusee: boolean
}

const AUJOURDHUI = '2026-11-26'
const PLUS_DE_PROPOSITIONS = 9

const VIERGE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-26T08:00:00.000Z',
  agent: 'demo',
  ipp: '0000000001',
  nda: '0000000002',
})

/** Plays the whole lookup of one person through the rules of the desk: what is typed, each call, each proposal followed. */
export async function admettre(papiers: Papiers, interroger: Interroger): Promise<Bilan> {
  let admission = saisir(papiers)
  let premier: Bilan['premier'] | null = null
  for (let propositions = 0; propositions <= PLUS_DE_PROPOSITIONS; propositions += 1) {
    const appelable = confirmerNom(admission, papiers)
    if (appelable === null) return { premier: premier ?? '01', propositions, numero: null, refusee: false }
    admission = await appeler(appelable, interroger)
    const { interrogation } = admission
    if (interrogation.etat === 'trouvee') {
      const refusee = graviteDe(ecartsDe(admission)) === 'majeur'
      return { premier: premier ?? '00', propositions, numero: interrogation.identite.actif.numero, refusee }
    }
    if (interrogation.etat === 'non-trouvee') premier ??= interrogation.codeCR
  }
  throw new Error('the ladder of calls never ends')
}

function saisir(papiers: Papiers): Admission {
  const { nomNaissance, nomUtilise, prenoms, sexe, dateNaissance, lieuNaissance, ecart } = papiers
  const nom = ecart === 'nom-utilise' && nomUtilise !== null ? nomUtilise : nomNaissance
  return jouer(
    VIERGE,
    saisie('nomNaissance', nom),
    saisie('prenomsNaissance', prenoms),
    // Between two commas stands one given name, be it of two words.
    saisie('premierPrenom', prenoms.split(',')[0] ?? ''),
    saisie('sexe', sexe),
    saisie('dateNaissance', dateNaissance),
    saisie('lieuNaissance', lieuNaissance),
  )
}

/** What the workstation asks before another call: the birth name read again, corrected when it was the used name. Null: no call is left. */
function confirmerNom(admission: Admission, { nomNaissance }: Papiers): Admission | null {
  const relance = relanceDe(admission)
  if (relance.ok) return admission
  if (relance.error.code !== 'insi/nom-naissance-a-verifier') return null
  if (admission.saisie.nomNaissance?.valeur !== nomNaissance)
    return jouer(admission, saisie('nomNaissance', nomNaissance))
  const verifiee = jouer(admission, { type: 'nom-naissance-verifie' })
  return relanceDe(verifiee).ok ? verifiee : null
}

async function appeler(admission: Admission, interroger: Interroger): Promise<Admission> {
  const appelId = 'appel'
  const partie = jouer(admission, { type: 'insi-demandee', appelId })
  if (partie.interrogation.etat !== 'en-cours') throw new Error('no call was made')
  const reponse = await interroger(partie.interrogation.demande)
  const value = { messageId: 'uuid:population', reponse }
  return jouer(partie, { type: 'insi-repondue', appelId, resultat: { ok: true, value } })
}

const saisie = (trait: Trait, brut: string): Evenement => ({ type: 'trait-saisi', trait, brut })

function jouer(admission: Admission, ...evenements: readonly Evenement[]): Admission {
  return evenements.reduce((avant, evenement) => {
    const issue = appliquer(avant, evenement, AUJOURDHUI)
    if (!issue.ok) throw new Error(`${evenement.type}: ${issue.error.code}`)
    return issue.value.admission
  }, admission)
}
