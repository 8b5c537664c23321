import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { ClientPoste } from '../poste.ts'
import type { ActTools } from './act-tools.ts'

/** Looks at readers and cards, and tries them. */
export const createMaterielActs = ({ client, attempt }: ActTools) => ({
  /** Asks something of the readers; a refusal is shown in the administration. */
  materiel: <T>(call: (materiel: ClientPoste['materiel']) => Promise<T>): Promise<Result<T, Refus>> =>
    attempt('administration', async () => call(client.materiel)),
})
