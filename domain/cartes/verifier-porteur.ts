import { refuser, type CodeRefus, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'
import { estCarteDeTest, type PorteurCpx } from './porteur-cpx.ts'

/** What a card is judged against. */
export interface CadreCpx {
  readonly maintenant: Date
  /** In production a test card opens nothing. */
  readonly production: boolean
}

/** Whether this card may be used at this desk, today: within its dates, and of a real holder in production. */
export function verifierPorteur(porteur: PorteurCpx, cadre: CadreCpx): Result<PorteurCpx, Refus> {
  const obstacle = OBSTACLES.find(([, gene]) => gene(porteur, cadre))
  return obstacle ? echec(refuser(obstacle[0])) : succes(porteur)
}

/** Whether this card may sign a call to INSi: it must also name a person. Source: INSi, "carte CPx nominative". */
export function verifierPorteurInsi(porteur: PorteurCpx, cadre: CadreCpx): Result<PorteurCpx, Refus> {
  if (!porteur.nominative) return echec(refuser('cpx/non-nominative'))
  return verifierPorteur(porteur, cadre)
}

/** Whether this card may open a session: it must name a person too, since every act has one author. */
export function verifierPorteurSession(porteur: PorteurCpx, cadre: CadreCpx): Result<PorteurCpx, Refus> {
  if (!porteur.nominative) return echec(refuser('session/carte-non-nominative'))
  return verifierPorteur(porteur, cadre)
}

const OBSTACLES: readonly (readonly [
  code: CodeRefus,
  gene: (porteur: PorteurCpx, cadre: CadreCpx) => boolean,
])[] = [
  ['cpx/perimee', ({ finValidite }, { maintenant }) => new Date(finValidite) < maintenant],
  ['cpx/pas-encore-valide', ({ debutValidite }, { maintenant }) => new Date(debutValidite) > maintenant],
  ['cpx/carte-de-test', (porteur, { production }) => production && estCarteDeTest(porteur)],
]
