import type { VueConnexion } from '#contracts/session.ts'

/** What the sign-in screen asks for. */
export type SignInStep = 'mot-de-passe' | 'carte' | 'carte-inconnue' | 'rattacher' | 'attendre-carte'

/** What the agent chose for the card inserted, when it is not what the card calls for. */
export type SignInChoice = 'mot-de-passe' | 'carte' | 'rattacher' | null

/** A card inserted calls for its PIN, except from whoever has begun to type a password: nothing typed is taken away. */
export function signInStep(
  connexion: VueConnexion | undefined,
  { choix, entame }: { readonly choix: SignInChoice; readonly entame: boolean },
): SignInStep {
  const motDePasse = connexion?.moyens.motDePasse ?? true
  const carte = connexion?.carte
  const voulue = choix === null ? !entame || !motDePasse : choix !== 'mot-de-passe'
  if (carte?.etat !== 'presente' || !voulue) return motDePasse ? 'mot-de-passe' : 'attendre-carte'
  if (carte.compte !== null) return 'carte'
  return choix === 'rattacher' ? 'rattacher' : 'carte-inconnue'
}

/** The professional card whose PIN may be asked. */
export type PresentCard = Extract<VueConnexion['carte'], { etat: 'presente' }>

export const presentCard = (connexion: VueConnexion | undefined): PresentCard | null =>
  connexion?.carte.etat === 'presente' ? connexion.carte : null
