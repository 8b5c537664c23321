import { hkdfSync } from 'node:crypto'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { authentifier, type Authentifie } from './authentifier.ts'
import type { Compte, SecondFacteur } from './compte.ts'
import { remplacerComptes } from './fichier-comptes.ts'
import type { Aleatoire } from './nouveau-compte.ts'
import { agentDe, type SessionOuverte } from './ouvrir-session.ts'
import { desceller, sceller } from './sceau-aes.ts'
import { lienDuCompte } from './sceller-cle.ts'
import { cleDroitsDe, rescellerDroits, scellerDroits } from './sceller-droits.ts'
import { pasDuCode, TAILLE_SECRET } from './totp.ts'

/** Who says to be there, as typed; `code` is that of the second factor, null until it is asked. */
export interface Identification {
  readonly identifiant: string
  readonly motDePasse: string
  readonly code: string | null
}

export interface AccesComptes {
  readonly file: string
  /** The site wants a second factor of everybody. */
  readonly secondFacteurExige: boolean
  readonly now: () => Date
}

/**
 * Identifies somebody by password, then by the code of his telephone where he has one: `session/second-facteur` asks for it,
 * `session/code-errone` refuses it, `session/second-facteur-a-creer` when the site wants one and he has none. A code accepted is
 * written as used before anything opens. A password given by somebody else opens nothing.
 */
export async function identifier(
  { file, secondFacteurExige, now }: AccesComptes,
  { identifiant, motDePasse, code }: Identification,
): Promise<Result<Authentifie, Refus>> {
  const authentifie = await authentifier(file, identifiant, motDePasse)
  if (!authentifie.ok) return authentifie
  const { compte, cle } = authentifie.value
  const refuserSans = (refus: Parameters<typeof refuser>[0]): Result<never, Refus> => {
    cle.fill(0)
    return echec(refuser(refus))
  }
  if (compte.motDePasseAChanger) return refuserSans('session/mot-de-passe-a-changer')
  const { secondFacteur } = compte
  if (secondFacteur === null)
    return secondFacteurExige ? refuserSans('session/second-facteur-a-creer') : authentifie
  if (code === null) return refuserSans('session/second-facteur')
  const secret = desceller(cleTotpDe(cle), secondFacteur.secret, lienDuCompte(compte))
  if (!secret) return refuserSans('comptes/droits-alteres')
  const dernierPas = pasDuCode(secret, code, { maintenant: now(), dernierPas: secondFacteur.dernierPas })
  secret.fill(0)
  if (dernierPas === null) return refuserSans('session/code-errone')
  const retenu = garder(file, authentifie.value, { ...secondFacteur, dernierPas })
  return retenu.ok ? retenu : refuserSans(retenu.error.code)
}

/** Opens a session by password, and by the second factor where there is one. */
export async function ouvrirParMotDePasse(
  acces: AccesComptes,
  identification: Identification,
): Promise<Result<SessionOuverte, Refus>> {
  const identifie = await identifier(acces, identification)
  return identifie.ok
    ? succes({ agent: agentDe(identifie.value.compte), cle: identifie.value.cle })
    : identifie
}

interface AccesCreation extends Pick<AccesComptes, 'file' | 'now'> {
  readonly aleatoire: Aleatoire
  /** Leaves a trace of the change; called once it is sure, before it is written. */
  readonly noter: (identifiant: string) => Promise<void>
}

/** A secret for whoever gives the password of an account that has none yet; `session/second-facteur-existant` otherwise. */
export async function proposerSecret(
  { file, aleatoire }: Pick<AccesCreation, 'file' | 'aleatoire'>,
  { identifiant, motDePasse }: Omit<Identification, 'code'>,
): Promise<Result<{ readonly identifiant: string; readonly secret: Uint8Array }, Refus>> {
  const authentifie = await authentifier(file, identifiant, motDePasse)
  if (!authentifie.ok) return authentifie
  const { compte, cle } = authentifie.value
  cle.fill(0)
  const refus = refusDeCreer(compte)
  return refus ? echec(refus) : succes({ identifiant: compte.identifiant, secret: aleatoire(TAILLE_SECRET) })
}

/** Gives an account its second factor once a first code proves that the telephone holds the secret. */
export async function creerSecondFacteur(
  { file, aleatoire, noter, now }: AccesCreation,
  { identifiant, motDePasse, code }: Identification,
  secret: Uint8Array,
): Promise<Result<null, Refus>> {
  const authentifie = await authentifier(file, identifiant, motDePasse)
  if (!authentifie.ok) return authentifie
  const { compte, cle } = authentifie.value
  try {
    const refus = refusDeCreer(compte)
    if (refus) return echec(refus)
    const dernierPas = pasDuCode(secret, code ?? '', { maintenant: now(), dernierPas: 0 })
    if (dernierPas === null) return echec(refuser('session/code-errone'))
    await noter(compte.identifiant)
    const scellement = { iv: aleatoire(12), lien: lienDuCompte(compte) }
    const scelle = sceller(cleTotpDe(cle), secret, scellement)
    const garde = garder(file, authentifie.value, { secret: scelle, dernierPas })
    return garde.ok ? succes(null) : garde
  } finally {
    cle.fill(0)
  }
}

const refusDeCreer = ({ motDePasseAChanger, secondFacteur }: Compte): Refus | null => {
  if (motDePasseAChanger) return refuser('session/mot-de-passe-a-changer')
  return secondFacteur === null ? null : refuser('session/second-facteur-existant')
}

/** Writes the second factor of an account, its rights proved anew; the step of the first code counts as used too. */
function garder(
  file: string,
  { compte, comptes, cle }: Authentifie,
  secondFacteur: SecondFacteur,
): Result<Authentifie, Refus> {
  const cleDroits = cleDroitsDe(cle)
  const change = rescellerDroits({ ...compte, secondFacteur }, cleDroits)
  const tous = comptes.map((un) => (un === compte ? change : scellerDroits(un, cleDroits)))
  const ecrit = remplacerComptes(file, tous)
  return ecrit.ok ? succes({ compte: change, comptes: tous, cle }) : ecrit
}

const cleTotpDe = (cle: Uint8Array): Uint8Array =>
  new Uint8Array(hkdfSync('sha256', cle, '', 'guichet-ins/second-facteur/1', 32))
