import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { estCherchee } from '#domain/doublons/anteriorite.ts'
import { estCollision, insPresume } from '#domain/doublons/collision.ts'
import { lireCritere, type RechercheSaisie } from '#domain/doublons/critere.ts'
import { montrerPatient, type PatientMontre } from '#domain/doublons/vue-antecedents.ts'
import { peut } from '#domain/droits/peut.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Preparation } from '#domain/travail/faits-travail.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { jourDe } from './jour.ts'
import { refuserActe } from './refuser-acte.ts'
import { creerVeilleDoublons, type VeilleDoublons } from './veiller-doublons.ts'

/** What a search shows: one page, and whether there are more. */
export interface PageMontree {
  readonly patients: readonly PatientMontre[]
  readonly reste: boolean
}

/** The desk itself, as what knows the patients needs it. */
export interface Bureau {
  readonly courante: () => Admission | null
  /** Stores an admission and shows it. */
  readonly retenir: (admission: Admission) => Promise<VueAdmission>
  /** Applies an event to this admission, journals, stores and shows what it becomes. */
  readonly poursuivre: (admission: Admission, evenement: Evenement) => Promise<Result<VueAdmission, Refus>>
  /** Applies an event to the admission it names, in its turn. */
  readonly agir: (admission: string, evenement: Evenement) => Promise<unknown>
}

/** Receives patients: new ones, known ones, and what must be looked for before an identity is created. */
export interface Accueil extends Pick<VeilleDoublons, 'suivre' | 'fermer'> {
  readonly ouvrir: () => Promise<Result<VueAdmission, Refus>>
  readonly reprendre: (admission: string | null, ipp: string) => Promise<Result<VueAdmission, Refus>>
  readonly chercher: (saisie: RechercheSaisie) => Promise<Result<PageMontree, Refus>>
  /** What must stand before an act: the base searched, and nobody else bearing the number. The admission as it is then. */
  readonly preparer: (admission: Admission, acte: Acte) => Promise<Result<Admission, Refus>>
}

type Acte = Evenement['type'] | 'impression'

/** The acts that create or complete an identity. Source: EXI ID 17. */
const APRES_RECHERCHE: ReadonlySet<Acte> = new Set([
  'piece-enregistree',
  'insi-demandee',
  'insi-acceptee',
  'impression',
])

export function creerAccueil(ports: PortsGuichet, bureau: Bureau): Accueil {
  const { patients, journaliser, now } = ports
  const veille = creerVeilleDoublons({ patients, vue: ports.antecedents, cherchee: bureau.agir })

  /** Searches now when it was not done with the traits of the form; an act never waits for a search it did not need. */
  async function rechercher(admission: Admission): Promise<Result<Admission, Refus>> {
    const cherchee = await veille.chercher(admission)
    const notee = cherchee.ok ? await bureau.poursuivre(admission, cherchee.value) : cherchee
    return notee.ok ? succes(bureau.courante() ?? admission) : notee
  }

  /** A number that another patient bears: two records of one person, or a wrong number. Source: RNIV, collision. */
  async function refuserCollision(admission: Admission): Promise<Result<Admission, Refus>> {
    const ins = insPresume(admission)
    if (ins === null || !estCollision(admission.ipp, await patients.porteurs(ins))) return succes(admission)
    await journaliser(admission, { acte: 'collision-detectee' })
    return echec(refuser('doublon/collision'))
  }

  const estLibre = (): boolean => bureau.courante()?.close !== false

  return {
    suivre: veille.suivre,
    fermer: veille.fermer,
    async ouvrir() {
      if (!estLibre()) return echec(refuser('admission/etape'))
      const nouvelle = await ouvrirVenue(ports, null)
      return nouvelle.ok ? succes(await bureau.retenir(nouvelle.value)) : nouvelle
    },
    async reprendre(cible, ipp) {
      const connue = await patients.derniereAdmission(ipp)
      if (connue === null) return echec(refuser('patient/inconnu'))
      const ici = bureau.courante()
      if (cible === null ? !estLibre() : ici?.id !== cible) return echec(refuser('admission/absente'))
      if (connue.id === cible) return echec(refuser('patient/deja-ouvert'))
      const depart = ici?.id === cible ? succes(ici) : await ouvrirVenue(ports, ipp)
      return depart.ok ? bureau.poursuivre(depart.value, { type: 'patient-repris', connue }) : depart
    },
    async chercher(saisie) {
      const interdit = interditDAccueillir(ports)
      if (interdit !== null) return refuserActe(ports, refuser(interdit), 'patients-cherches')
      const critere = lireCritere(saisie, jourDe(now()))
      if (!critere.ok) return critere
      const page = await patients.chercher(critere.value)
      await journaliser(auGuichet(bureau), { acte: 'patients-cherches', trouves: page.patients.length })
      return succes({ patients: page.patients.map(montrerPatient), reste: page.reste })
    },
    async preparer(admission, acte) {
      const due = APRES_RECHERCHE.has(acte) && !estCherchee(admission)
      const prete = due ? await rechercher(admission) : succes(admission)
      return prete.ok && acte === 'insi-acceptee' ? refuserCollision(prete.value) : prete
    },
  }
}

/** What opening a visit needs of the world. */
export type PortsVenue = Pick<PortsGuichet, 'uuid' | 'agent' | 'cadre' | 'compteurs' | 'journaliser' | 'now'>

/** A new visit, under a number given to the patient when he has none yet. */
export async function ouvrirVenue(
  ports: PortsVenue,
  ipp: string | null,
  preparation: Preparation | null = null,
): Promise<Result<Admission, Refus>> {
  const { uuid, agent, cadre, compteurs, journaliser, now } = ports
  const interdit = interditDAccueillir(ports)
  if (interdit !== null) return refuserActe(ports, refuser(interdit), 'admission-ouverte')
  const admission = ouvrirAdmission({
    id: uuid(),
    ouverteLe: now().toISOString(),
    agent,
    ipp: ipp ?? (await compteurs.suivantIpp()),
    nda: await compteurs.suivantNda(),
    venue: cadre.habilitation.guichet,
    preparation,
  })
  await journaliser(admission, { acte: 'admission-ouverte' })
  return succes(admission)
}

/** Whoever receives nobody neither opens an admission nor looks for a patient. */
const interditDAccueillir = ({ cadre, now }: Pick<PortsGuichet, 'cadre' | 'now'>): CodeRefus | null =>
  peut(cadre.habilitation, 'creer-modifier', jourDe(now()))

const auGuichet = (bureau: Bureau): Admission | null => {
  const courante = bureau.courante()
  return courante?.close === false ? courante : null
}
