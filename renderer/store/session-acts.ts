import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'
import type { Zone } from './desk-state.ts'

/** Signs in and out, changes passwords, and asks what an administrator may. */
export function createSessionActs({ client, store, attempt }: ActTools) {
  /** The password given by somebody else, kept out of the state while its owner chooses his own. */
  let remis: string | null = null

  const ouvrirSession = async (identifiant: string, motDePasse: string): Promise<boolean> => {
    const ouverte = await attempt('session', () => client.session.ouvrir({ identifiant, motDePasse }))
    const aChanger = !ouverte.ok && ouverte.error.code === 'session/mot-de-passe-a-changer'
    remis = aChanger ? motDePasse : null
    if (aChanger)
      store.update((state) => ({ ...state, ecran: 'mot-de-passe', compteAChanger: identifiant.trim() }))
    return ouverte.ok
  }

  return {
    ouvrirSession,
    fermerSession: () => attempt('session', async () => client.session.fermer()),
    relireCarte: () => attempt('carte', async () => client.cartes.relire()),
    /** Changes one's own password; one that was given is then followed by signing in with the new one. */
    changerMotDePasse: async (actuel: string, nouveau: string): Promise<boolean> => {
      const { compteAChanger, agent } = store.read()
      const identifiant = compteAChanger ?? agent?.identifiant ?? ''
      const demande = { identifiant, actuel: remis ?? actuel, nouveau }
      if (!(await attempt('mot-de-passe', async () => client.session.changerMotDePasse(demande))).ok)
        return false
      if (compteAChanger !== null) return ouvrirSession(compteAChanger, nouveau)
      store.update((state) => ({ ...state, ecran: 'guichet', annonce: 'Mot de passe changé.' }))
      return true
    },
    /** Leaves the change of a password where it is. */
    quitterMotDePasse: (): void => {
      remis = null
      store.update(({ refus: { session: _session, ...refus }, ...state }) => ({
        ...state,
        refus,
        ecran: 'guichet',
        compteAChanger: null,
      }))
    },
    /** Asks something of the administration; a refusal is shown in the zone that asked. */
    administrer: <T>(
      call: (administration: ClientPoste['administration']) => Promise<T>,
      zone: Zone = 'administration',
    ): Promise<Result<T, Refus>> => attempt(zone, async () => call(client.administration)),
  }
}
