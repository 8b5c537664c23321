import type { Acte, DocumentImprime, Evenement } from '#domain/admission/evenement.ts'
import type { Notice } from '#domain/decision/faits-decision.ts'
import type { Droit } from '#domain/droits/droit.ts'
import type { Role } from '#domain/droits/role.ts'
import type { Jour } from '#domain/identite/date-naissance.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { ReponseInsi } from '#domain/insi/reponse.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'
import type { EnvironnementInsi } from '../insi/config.ts'

export type MoyenConnexion = 'mot-de-passe' | 'carte'

/** Why a session ended; `carte-retiree`: the card that opened it left. */
export type CauseFermeture = 'agent' | 'autre-agent' | 'arret' | 'inactivite' | 'carte-retiree'

/** An act of the workstation itself: its life, its sessions, its accounts, and the journal's own accidents. */
export type ActePoste =
  | { readonly acte: 'poste-demarre'; readonly version: string }
  | { readonly acte: 'poste-arrete' }
  /** A bug ended the workstation: the class of the error and its place in the program, never its message. */
  | { readonly acte: 'poste-incident'; readonly erreur: string; readonly ou: string | null }
  /** How the agent proved who he is. */
  | { readonly acte: 'session-ouverte'; readonly moyen: MoyenConnexion }
  /** Never the identifier that was typed: a password may have been typed in its place. */
  | { readonly acte: 'session-refusee'; readonly refus: CodeRefus }
  | { readonly acte: 'session-fermee'; readonly cause: CauseFermeture }
  | ActeAdministration
  | { readonly acte: 'admission-ouverte' }
  | { readonly acte: 'admission-reprise' }
  /** The rights of the agent refused what he asked for. */
  | {
      readonly acte: 'acte-refuse'
      readonly demande:
        | Evenement['type']
        | 'admission-ouverte'
        | 'patients-cherches'
        | 'attentes-listees'
        | 'preparees-listees'
        | 'venue-preparee'
        | 'administration'
      readonly refus: CodeRefus
    }
  /** INSi is taken for down after failures in a row, or answers again. */
  | { readonly acte: 'insi-coupee'; readonly pannes: number }
  | { readonly acte: 'insi-retablie' }
  /** The exercise ended by itself, its time over or the workstation stopping. */
  | { readonly acte: 'exercice-insi-echu'; readonly cause: 'duree' | 'arret' }
  /** A call to INSi did not leave, the card of the traits not being the one in the reader. */
  | { readonly acte: 'insi-bloquee'; readonly refus: CodeRefus }
  /** A call to INSi beside any admission, from the command line or to test the network, and what it gave. */
  | {
      readonly acte: 'insi-commandee'
      readonly appelId: string
      readonly motif: 'recherche' | 'essai'
      readonly environnement: EnvironnementInsi
      readonly lieu: boolean
    }
  | {
      readonly acte: 'insi-commande-repondue'
      readonly appelId: string
      readonly messageId: string
      readonly issue: ReponseInsi['codeCR'] | CodeRefus
    }
  /** A search asked by the agent, and how many patients it showed. */
  | { readonly acte: 'patients-cherches'; readonly trouves: number }
  /** A work list was read, and how many admissions it showed. */
  | { readonly acte: 'attentes-listees' | 'preparees-listees'; readonly trouvees: number }
  /** INSi gave a number that another patient already bears. */
  | { readonly acte: 'collision-detectee' }
  /** What left for the printer without the printer saying it came out. */
  | {
      readonly acte: 'impression-echouee'
      readonly document: DocumentImprime | `notice-${Notice}`
      readonly lot: string
      readonly refus: CodeRefus
    }
  /** Copies kept for as long as they may were erased. */
  | { readonly acte: 'copies-purgees'; readonly pages: number }
  | { readonly acte: 'journal-verifie'; readonly lignes: number }
  /** The end of a line cut by a power failure was set aside: its size in bytes and its SHA-256. */
  | { readonly acte: 'fragment-ecarte'; readonly octets: number; readonly fragment: string }

/** An act of whoever administers, or of somebody on his own password: whom by account, never a password. */
export type ActeAdministration =
  | { readonly acte: 'compte-ajoute'; readonly compte: string; readonly role: Role }
  | { readonly acte: 'compte-role'; readonly compte: string; readonly avant: Role; readonly role: Role }
  | { readonly acte: 'compte-ferme' | 'compte-rouvert'; readonly compte: string }
  | { readonly acte: 'mot-de-passe-change' | 'mot-de-passe-reinitialise'; readonly compte: string }
  | { readonly acte: 'carte-rattachee' | 'carte-detachee'; readonly compte: string }
  | { readonly acte: 'second-facteur-cree' | 'second-facteur-retire'; readonly compte: string }
  | {
      readonly acte: 'formation-enregistree'
      readonly compte: string
      readonly droit: Droit
      readonly date: Jour
    }
  | { readonly acte: 'formation-retiree'; readonly compte: string; readonly droit: Droit }
  /** The model followed, and the SHA-256 of the configuration that says the rest. */
  | { readonly acte: 'organisation-changee'; readonly modele: string; readonly configuration: string }
  /** The day of the decision, and the SHA-256 of its record. */
  | { readonly acte: 'homologation-enregistree'; readonly date: Jour; readonly decision: string }
  /** IT began, or ended, an exercise: INSi was as if down on this workstation. */
  | { readonly acte: 'exercice-insi-commence'; readonly minutes: number }
  | { readonly acte: 'exercice-insi-arrete' }
  /** IT read a card to see whether it can be read: nothing of it was shown. */
  | { readonly acte: 'carte-essayee'; readonly refus: CodeRefus | null }
  | { readonly acte: 'lecteurs-permutes' | 'diagnostic-exporte' }
  /** IT tested the way to INSi: the first thing that failed, null when nothing did. */
  | { readonly acte: 'reseau-teste'; readonly refus: CodeRefus | null }

/** What every line carries around its act. */
export interface Entete {
  readonly n: number
  /** Instant of the act, ISO 8601 UTC. */
  readonly instant: string
  readonly agent: string | null
  readonly poste: string
  /** Site of the visit, or of the desk; null where none is configured. */
  readonly site: string | null
  readonly admission: string | null
  /** Hash of the line before. */
  readonly precedent: string
}

/**
 * Everything a line may say. An act that gained a field named after a trait, a number or a secret, or after a field of
 * the line itself, would turn this type into `never` for that act, and journalling it would no longer compile.
 */
export type ActeJournal = SansIdentite<Acte | ActePoste>

/** The acts among `A` that have no field able to hold an identity or a secret. */
export type SansIdentite<A> = A extends unknown
  ? Extract<keyof A, NomInterdit> extends never
    ? A
    : never
  : never

type NomInterdit =
  | Trait
  | keyof Entete
  | 'empreinte'
  | 'nom'
  | 'prenom'
  | 'prenoms'
  | 'matricule'
  | 'nir'
  | 'numero'
  | 'saisie'
  | 'valeur'
  | 'brut'
  | 'traits'
  | 'identite'
  | 'beneficiaire'
  | 'motDePasse'
  | 'cle'
