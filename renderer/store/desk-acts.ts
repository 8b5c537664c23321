import type { MotifEcart } from '#domain/admission/admission.ts'
import type { Circonstance } from '#domain/admission/circonstance.ts'
import type { ChampVenue } from '#domain/admission/venue.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { MotifTransfert } from '#domain/decision/faits-decision.ts'
import type { Attribut } from '#domain/identite/attributs.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'
import { createAttempt } from './attempt.ts'
import { createContinuiteActs } from './continuite-acts.ts'
import { createCopyActs } from './copy-acts.ts'
import type { Store } from './create-store.ts'
import type { DeskState, Zone } from './desk-state.ts'
import type { Drafts } from './drafts.ts'
import { createMaterielActs } from './materiel-acts.ts'
import { createSessionActs } from './session-acts.ts'
import { createPatientActs } from './patient-acts.ts'
import { createPlaceActs } from './place-acts.ts'
import { createPrintActs } from './print-acts.ts'
import { createRechercheActs } from './recherche-acts.ts'
import { receiveAdmission } from './receive.ts'
import { createTravailActs } from './travail-acts.ts'

/** Every act an agent may ask for; each leaves its refusal in the zone that caused it. */
export type DeskActs = ReturnType<typeof createDeskActs>

export function createDeskActs(client: ClientPoste, store: Store<DeskState>, drafts: Drafts) {
  const tools: ActTools = { client, store, drafts, attempt: createAttempt(store) }
  return {
    ...createSessionActs(tools),
    ...createAdmissionActs(tools),
    ...createPrintActs(tools),
    ...createPatientActs(tools),
    ...createRechercheActs(tools),
    ...createPlaceActs(tools),
    ...createTravailActs(tools),
    ...createCopyActs(tools),
    ...createMaterielActs(tools),
    ...createContinuiteActs(tools),
  }
}

type Patient = { readonly admission: string }

function createAdmissionActs(tools: ActTools) {
  const { client, store, drafts, attempt } = tools

  /** Shows what an act made of the admission it names; a late answer for another patient is ignored. */
  const act = async (zone: Zone, call: () => Promise<VueAdmission>): Promise<Result<VueAdmission, Refus>> => {
    const done = await attempt(zone, call)
    if (done.ok) store.update((state) => receiveAct(state, done.value))
    return done
  }
  /** An act for the patient on screen, once everything typed is saved. */
  const forPatient = async (
    zone: Zone,
    call: (patient: Patient) => Promise<VueAdmission>,
  ): Promise<boolean> => {
    const admission = store.read().admission?.id
    if (admission === undefined || !(await drafts.saveAll())) return false
    return (await act(zone, () => call({ admission }))).ok
  }
  const { admission } = client

  return {
    saisirTrait: (saisi: Parameters<typeof admission.saisirTrait>[0]) =>
      act('traits', () => admission.saisirTrait(saisi)),
    deverrouiller: () => forPatient('traits', (patient) => admission.deverrouillerTraits(patient)),
    basculerAttribut: (attribut: Attribut, actif: boolean) =>
      forPatient('traits', (patient) => admission.basculerAttribut({ ...patient, attribut, actif })),
    choisirCirconstance: async (circonstance: Circonstance): Promise<void> => {
      await forPatient('traits', (patient) => admission.choisirCirconstance({ ...patient, circonstance }))
      store.update((state) => ({ ...state, circonstanceDepliee: false }))
    },
    changerVenue: async (champ: ChampVenue, code: string): Promise<void> => {
      await forPatient('traits', (patient) => admission.changerVenue({ ...patient, champ, code }))
      store.update((state) => ({ ...state, venueDepliee: false }))
    },
    lierMere: (ipp: string) => forPatient('traits', (patient) => admission.lierMere({ ...patient, ipp })),
    lireDatamatrix: (message: string) =>
      forPatient('traits', (patient) => admission.lireDatamatrix({ ...patient, message })),
    enregistrerPiece: (type: string, expiration: string) =>
      forPatient('piece', (patient) => admission.enregistrerPiece({ ...patient, type, expiration })),
    retirerPiece: () => forPatient('piece', (patient) => admission.retirerPiece(patient)),
    oublierCarte: () => forPatient('insi', (patient) => admission.oublierCarte(patient)),
    interrogerInsi: () => forPatient('insi', (patient) => admission.interrogerInsi(patient)),
    annulerInsi: () => forPatient('insi', (patient) => admission.annulerInsi(patient)),
    accepterInsi: (motif: MotifEcart | null) =>
      forPatient('insi', (patient) => admission.accepterInsi({ ...patient, motif })),
    verifierInsi: () => forPatient('insi', (patient) => admission.verifierInsi(patient)),
    declarerEtatCivil: () => forPatient('insi', (patient) => admission.declarerEtatCivil(patient)),
    verifierNomNaissance: () => forPatient('insi', (patient) => admission.verifierNomNaissance(patient)),
    transfererReferent: (motif: MotifTransfert) =>
      forPatient('insi', (patient) => admission.transfererReferent({ ...patient, motif })),
    differerInsi: () => forPatient('insi', (patient) => admission.differerInsi(patient)),
    annulerDiffere: () => forPatient('insi', (patient) => admission.annulerDiffere(patient)),
    ecarterInsi: () => forPatient('insi', (patient) => admission.ecarterInsi(patient)),
  }
}

const receiveAct = (state: DeskState, vue: VueAdmission): DeskState =>
  state.admission?.id === vue.id ? receiveAdmission(state, vue) : state
