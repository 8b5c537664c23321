import type { EtatLecteur, GenreCarte } from './etat-cartes.ts'

/** Whose card goes into a reader: the patient's, or the professional's. */
export type RoleLecteur = 'vitale' | 'cpx'

/** The role of each reader, by its name. */
export type Roles = Readonly<Record<string, RoleLecteur>>

const NOMS: readonly (readonly [forme: RegExp, role: RoleLecteur])[] = [
  [/vitale|sesam/i, 'vitale'],
  [/\b(?:cps|cpx|cpe)/i, 'cpx'],
]

const CPX: ReadonlySet<GenreCarte | null> = new Set<GenreCarte | null>(['cps3', 'cps3-sans-contact', 'cps4'])
const VITALE: ReadonlySet<GenreCarte | null> = new Set<GenreCarte | null>(['vitale1', 'vitale2'])

/**
 * The role of every reader plugged: the one kept for it, else what its name says, else the card it holds, else whichever role no reader
 * has yet, the patient's first. A guess only: cards are read wherever they are.
 */
export function rolesDes(lecteurs: readonly EtatLecteur[], gardes: Roles): Roles {
  const roles: Record<string, RoleLecteur> = {}
  const surs = lecteurs.map((lecteur) => [lecteur.nom, roleSur(lecteur, gardes)] as const)
  for (const [nom, role] of surs) if (role !== null) roles[nom] = role
  for (const [nom, role] of surs)
    if (role === null) roles[nom] = Object.values(roles).includes('vitale') ? 'cpx' : 'vitale'
  return roles
}

/** Every role changed for the other. */
export const permuter = (roles: Roles): Roles =>
  Object.fromEntries(Object.entries(roles).map(([nom, role]) => [nom, role === 'vitale' ? 'cpx' : 'vitale']))

/** The reader where a patient's card is expected, null when none is. */
export const lecteurVitale = (roles: Roles): string | null =>
  Object.entries(roles).find(([, role]) => role === 'vitale')?.[0] ?? null

function roleSur({ nom, carte }: EtatLecteur, gardes: Roles): RoleLecteur | null {
  const garde = Object.hasOwn(gardes, nom) ? gardes[nom] : undefined
  const dit = garde ?? NOMS.find(([forme]) => forme.test(nom))?.[1]
  if (dit !== undefined) return dit
  if (VITALE.has(carte)) return 'vitale'
  return CPX.has(carte) ? 'cpx' : null
}
