import type { EchangeInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import type { DepotReponsesInsi } from '#services/coffre/depot-reponses-insi.ts'
import type { ClientInsi } from '#services/insi/client.ts'
import type { Sante } from '../sante/sante.ts'
import type { AppelInsi } from './appel-insi.ts'
import type { PortsGuichet } from './ports-guichet.ts'

interface Ports {
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  readonly reponses: DepotReponsesInsi
  readonly sante: Sante
  readonly now: () => Date
}

/** Makes the one call asked for and keeps the raw answer, byte for byte, before anyone sees it. Source: EXI REC 07. */
export function appelerEtConserver({ insi, reponses, sante, now }: Ports): PortsGuichet['appelerInsi'] {
  async function appeler(
    { appelId, admission, demande }: AppelInsi,
    signal: AbortSignal,
  ): Promise<Result<EchangeInsi, Refus>> {
    const client = await insi()
    if (!client.ok) return client
    const { messageId, resultat, brut } = await client.value.chercherParTraits(demande, signal)
    if (brut !== null)
      await reponses.conserver({
        appelId,
        admissionId: admission,
        messageId,
        recueLe: now().toISOString(),
        brut,
      })
    return resultat.ok ? succes({ messageId, reponse: resultat.value }) : resultat
  }
  return async (appel, signal) => {
    const resultat = await appeler(appel, signal)
    if (resultat.ok || resultat.error.code !== 'insi/annule')
      sante.noter('insi', resultat.ok ? null : resultat.error.code)
    return resultat
  }
}
