import type { SecretTotp } from '#contracts/session.ts'
import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'
import type { Ecran, Zone } from './desk-state.ts'

type OuvertureCarte = Parameters<ClientPoste['session']['ouvrirParCarte']>[0]

/** What a right password leads to before a session opens. */
const SUITES: Readonly<Partial<Record<CodeRefus, Ecran>>> = {
  'session/mot-de-passe-a-changer': 'mot-de-passe',
  'session/second-facteur-a-creer': 'telephone',
}

/** Signs in and out, changes passwords, and asks what an administrator may. */
export function createSessionActs(tools: ActTools) {
  const { client, store, attempt } = tools
  /** The password given by somebody else, kept out of the state while its owner chooses his own. */
  let remis: string | null = null

  /** Opens a session; the refusal is returned, for the form to know what it must ask next. */
  const ouvrirSession = async (
    identifiant: string,
    motDePasse: string,
    second: string | null = null,
  ): Promise<CodeRefus | null> => {
    const ouverte = await attempt('session', () => client.session.ouvrir({ identifiant, motDePasse, second }))
    const suite = ouverte.ok ? undefined : SUITES[ouverte.error.code]
    remis = suite === undefined ? null : motDePasse
    if (suite !== undefined)
      store.update((state) => ({ ...state, ecran: suite, compteAChanger: identifiant.trim() }))
    return ouverte.ok ? null : ouverte.error.code
  }

  const quitter = (annonce?: string): void => {
    remis = null
    store.update(({ refus: { session: _session, ...refus }, ...state }) => ({
      ...state,
      refus,
      ecran: 'guichet',
      compteAChanger: null,
      annonce: annonce ?? state.annonce,
    }))
  }

  /** Opens a session by card; the refusal is returned. */
  const parCarte = async (call: () => Promise<unknown>): Promise<CodeRefus | null> => {
    const ouverte = await attempt('session', call)
    return ouverte.ok ? null : ouverte.error.code
  }

  return {
    ouvrirSession,
    ouvrirParCarte: (ouverture: OuvertureCarte) => parCarte(() => client.session.ouvrirParCarte(ouverture)),
    rattacherCarte: (demande: Parameters<typeof client.session.rattacherCarte>[0]) =>
      parCarte(() => client.session.rattacherCarte(demande)),
    ...createPhoneActs(tools, () => remis, quitter),
    fermerSession: () => attempt('session', async () => client.session.fermer()),
    relireCarte: () => attempt('carte', async () => client.cartes.relire()),
    /** Changes one's own password; one that was given is then followed by signing in with the new one. */
    changerMotDePasse: async (actuel: string, nouveau: string): Promise<boolean> => {
      const { compteAChanger, agent } = store.read()
      const identifiant = compteAChanger ?? agent?.identifiant ?? ''
      const demande = { identifiant, actuel: remis ?? actuel, nouveau }
      if (!(await attempt('mot-de-passe', async () => client.session.changerMotDePasse(demande))).ok)
        return false
      if (compteAChanger !== null) return (await ouvrirSession(compteAChanger, nouveau)) === null
      store.update((state) => ({ ...state, ecran: 'guichet', annonce: 'Mot de passe changé.' }))
      return true
    },
    /** Leaves the change of a password, or the telephone, where it is. */
    quitterMotDePasse: () => quitter(),
    /** Asks something of the administration; a refusal is shown in the zone that asked. */
    administrer: <T>(
      call: (administration: ClientPoste['administration']) => Promise<T>,
      zone: Zone = 'administration',
    ): Promise<Result<T, Refus>> => attempt(zone, async () => call(client.administration)),
  }
}

/** Registers the telephone of whoever has just given the right password, which `remis` remembers. */
function createPhoneActs(
  { client, store, attempt }: ActTools,
  remis: () => string | null,
  quitter: (annonce: string) => void,
) {
  return {
    /** The secret of a telephone, for whoever has just given the right password. */
    preparerTelephone: async (): Promise<SecretTotp | null> => {
      const identifiant = store.read().compteAChanger
      const motDePasse = remis()
      if (identifiant === null || motDePasse === null) return null
      const demande = { identifiant, motDePasse }
      const prepare = await attempt('telephone', () => client.session.preparerTelephone(demande))
      return prepare.ok ? prepare.value : null
    },
    /** Keeps the telephone whose first code this is, then signs in with its next one. */
    enregistrerTelephone: async (second: string): Promise<boolean> => {
      const identifiant = store.read().compteAChanger
      const motDePasse = remis()
      if (identifiant === null || motDePasse === null) return false
      const demande = { identifiant, motDePasse, second }
      const garde = await attempt('telephone', async () => client.session.enregistrerTelephone(demande))
      if (garde.ok) quitter('Téléphone enregistré. Ouvrez la session avec le code suivant.')
      return garde.ok
    },
  }
}
