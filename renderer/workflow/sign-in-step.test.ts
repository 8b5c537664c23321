import { describe, expect, it } from 'vitest'
import type { VueConnexion } from '#contracts/session.ts'
import { signInStep, type SignInChoice } from './sign-in-step.ts'

const TOUT = { motDePasse: true, carte: true }
const CARTE_SEULE = { motDePasse: false, carte: true }
const PRESENTE = {
  etat: 'presente',
  presence: 3,
  titulaire: 'CLAIRE MORELIN',
  compte: { identifiant: 'claire', nom: 'Claire Morelin' },
  code: 'disponible',
} as const
const INCONNUE = { ...PRESENTE, compte: null }
const ABSENTE = { etat: 'absente', refus: null } as const

const vue = (moyens: VueConnexion['moyens'], carte: VueConnexion['carte']): VueConnexion => ({
  moyens,
  carte,
  verrouilleePour: null,
})

describe('L’écran de connexion', () => {
  it.each<[string, VueConnexion | undefined, SignInChoice, boolean, string]>([
    ['le poste n’a encore rien dit', undefined, null, false, 'mot-de-passe'],
    ['pas de carte', vue(TOUT, ABSENTE), null, false, 'mot-de-passe'],
    ['pas de carte, et elle seule ouvre', vue(CARTE_SEULE, ABSENTE), null, false, 'attendre-carte'],
    ['une carte rattachée', vue(TOUT, PRESENTE), null, false, 'carte'],
    ['une carte, un mot de passe entamé', vue(TOUT, PRESENTE), null, true, 'mot-de-passe'],
    ['un mot de passe entamé, F2', vue(TOUT, PRESENTE), 'carte', true, 'carte'],
    ['une carte, F2', vue(TOUT, PRESENTE), 'mot-de-passe', false, 'mot-de-passe'],
    ['un mot de passe qui n’ouvrirait rien', vue(CARTE_SEULE, PRESENTE), null, true, 'carte'],
    ['une carte inconnue', vue(TOUT, INCONNUE), null, false, 'carte-inconnue'],
    ['une carte inconnue, F3', vue(TOUT, INCONNUE), 'rattacher', false, 'rattacher'],
  ])('%s', (_cas, connexion, choix, entame, attendu) =>
    expect(signInStep(connexion, { choix, entame })).toBe(attendu),
  )
})
