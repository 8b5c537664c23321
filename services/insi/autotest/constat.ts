import type { EtapeReseau, NomEtapeReseau } from '#domain/insi/etape-reseau.ts'
import type { CodeRefus } from '#domain/refus/refus.ts'

/** What a step found, before it is named and timed. */
export type Constat = Pick<EtapeReseau, 'etat' | 'code' | 'sur'>

export const reussi = (sur: string | null = null): Constat => ({ etat: 'reussie', code: null, sur })

export const echoue = (code: CodeRefus, sur: string | null = null): Constat => ({
  etat: 'echouee',
  code,
  sur,
})

export const aSurveiller = (code: CodeRefus, sur: string | null): Constat => ({
  etat: 'a-surveiller',
  code,
  sur,
})

export const nonFait = (code: CodeRefus, sur: string | null = null): Constat => ({
  etat: 'non-faite',
  code,
  sur,
})

/** Makes one step and times it. */
export async function mesurer(
  etape: NomEtapeReseau,
  faire: () => Constat | Promise<Constat>,
): Promise<EtapeReseau> {
  const depuis = performance.now()
  const constat = await faire()
  return { etape, ...constat, dureeMs: Math.round(performance.now() - depuis) }
}
