import { ORPCError } from '@orpc/client'
import type { MotifEcart } from '#domain/admission/admission.ts'
import type { Attribut } from '#domain/identite/attributs.ts'
import type { Trait } from '#domain/identite/traits.ts'
import { estCodeRefus, phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import type { ClientPoste } from '../poste.ts'
import { LiaisonPerdue } from '../transport/keep-line.ts'
import type { Store } from './create-store.ts'
import type { DeskState, Impressions, Zone } from './desk-state.ts'
import type { Drafts } from './drafts.ts'

/** The acts of the desk; each tells whether it was done, and leaves its refusal in the zone that caused it. */
export type DeskActs = ReturnType<typeof createDeskActs>

export function createDeskActs(client: ClientPoste, store: Store<DeskState>, drafts: Drafts) {
  const attempt = <T>(zone: Zone, call: () => Promise<T>): Promise<T | null> => attemptIn(store, zone, call)

  /** Runs an act for the patient on screen, once everything typed is saved. */
  const forPatient = async (
    zone: Zone,
    call: (patient: { admission: string }) => Promise<unknown>,
  ): Promise<boolean> => {
    const admission = store.read().admission?.id
    if (admission === undefined || !(await drafts.saveAll())) return false
    return (await attempt(zone, () => call({ admission }))) !== null
  }

  return {
    ouvrirSession: async (identifiant: string, motDePasse: string): Promise<boolean> =>
      (await attempt('session', () => client.session.ouvrir({ identifiant, motDePasse }))) !== null,
    fermerSession: () => attempt('session', async () => client.session.fermer()),
    relireCarte: () => attempt('carte', async () => client.cartes.relire()),
    saisirTrait: async (admission: string, trait: Trait, brut: string): Promise<boolean> =>
      (await attempt('traits', () => client.admission.saisirTrait({ admission, trait, brut }))) !== null,
    deverrouiller: () => forPatient('traits', (patient) => client.admission.deverrouillerTraits(patient)),
    basculerAttribut: (attribut: Attribut, actif: boolean) =>
      forPatient('traits', (patient) => client.admission.basculerAttribut({ ...patient, attribut, actif })),
    enregistrerPiece: (type: string) =>
      forPatient('piece', (patient) => client.admission.enregistrerPiece({ ...patient, type })),
    retirerPiece: () => forPatient('piece', (patient) => client.admission.retirerPiece(patient)),
    interrogerInsi: () => forPatient('insi', (patient) => client.admission.interrogerInsi(patient)),
    annulerInsi: () => forPatient('insi', (patient) => client.admission.annulerInsi(patient)),
    accepterInsi: (motif: MotifEcart | null) =>
      forPatient('insi', (patient) => client.admission.accepterInsi({ ...patient, motif })),
    ecarterInsi: () => forPatient('insi', (patient) => client.admission.ecarterInsi(patient)),
    ...printActs(client, store, forPatient),
    ...patientActs({ client, store, drafts, attempt }),
  }
}

type ForPatient = (zone: Zone, call: (patient: { admission: string }) => Promise<unknown>) => Promise<boolean>

function printActs(client: ClientPoste, store: Store<DeskState>, forPatient: ForPatient) {
  const retain = (admission: string, printed: Partial<Impressions>): void =>
    store.update((state) =>
      state.admission?.id === admission
        ? { ...state, impressions: { ...state.impressions, ...printed }, annonce: 'Impression envoyée.' }
        : state,
    )
  return {
    imprimerPlanche: (debut: number) =>
      forPatient('impression', async ({ admission }) =>
        retain(admission, { planche: await client.impression.planche({ admission, debut }) }),
      ),
    imprimerFiche: () =>
      forPatient('impression', async ({ admission }) =>
        retain(admission, { fiche: await client.impression.fiche({ admission }) }),
      ),
  }
}

interface Patient {
  readonly client: ClientPoste
  readonly store: Store<DeskState>
  readonly drafts: Drafts
  readonly attempt: <T>(zone: Zone, call: () => Promise<T>) => Promise<T | null>
}

function patientActs({ client, store, drafts, attempt }: Patient) {
  const ouvrir = async (): Promise<string | null> =>
    (await attempt('patient', () => client.admission.ouvrir()))?.id ?? null

  return {
    ouvrir,
    /** Ends this admission as it stands and opens the next one. */
    patientSuivant: async (): Promise<boolean> => {
      const admission = store.read().admission?.id
      if (admission !== undefined) {
        if (!(await drafts.saveAll())) return false
        if ((await attempt('patient', () => client.admission.clore({ admission }))) === null) return false
      }
      return (await ouvrir()) !== null
    },
    /** Takes a person of the card for the patient on screen, or for a new one when there is none. */
    choisirBeneficiaire: async (index: number): Promise<boolean> => {
      const ouverte = store.read().admission?.id
      const admission = ouverte ?? (await ouvrir())
      if (admission === null || !(await drafts.saveAll())) return false
      const choisi = await attempt('carte', () => client.admission.choisirBeneficiaire({ admission, index }))
      if (choisi === null) return false
      store.update((state) => ({ ...state, beneficiaire: index }))
      return true
    },
  }
}

async function attemptIn<T>(store: Store<DeskState>, zone: Zone, call: () => Promise<T>): Promise<T | null> {
  store.update(({ refus: { [zone]: _before, ...others }, ...state }) => ({ ...state, refus: others }))
  try {
    return await call()
  } catch (error) {
    const code = refusalOf(error)
    store.update((state) => ({
      ...state,
      refus: { ...state.refus, [zone]: code },
      annonce: phraseDe({ code }),
    }))
    return null
  }
}

/** The refusal an error carries; anything the contract does not declare is a bug of the workstation. */
function refusalOf(error: unknown): CodeRefus {
  if (error instanceof LiaisonPerdue) return 'poste/liaison'
  if (!(error instanceof ORPCError)) return 'poste/incident'
  const data: unknown = error.data
  const code = typeof data === 'object' && data !== null && 'code' in data ? data.code : null
  return typeof code === 'string' && estCodeRefus(code) ? code : 'poste/incident'
}
