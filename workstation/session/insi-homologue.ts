import { echec, type Result } from '#domain/result.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { ClientInsi } from '#services/insi/client.ts'
import type { HomologationOuverte } from '../administration/homologation.ts'
import type { Sante } from '../sante/sante.ts'

interface Ports {
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  readonly sante: Sante
}

/** The client of INSi, which no call reaches before the decision of homologation is recorded. Source: OR-13. */
export function selonHomologation({ insi, sante }: Ports, { refus }: HomologationOuverte) {
  return {
    client: async (): Promise<Result<ClientInsi, Refus>> => {
      const client = await insi()
      const attente = refus()
      return client.ok && attente ? echec(attente) : client
    },
    /** Why no call may leave yet; null when one may. */
    verrou: refus,
    /** Says at once that calls wait for the decision, or no longer do; another fault of INSi is left as it is. */
    signaler: (): void => {
      const connu = sante.etat.lire().composants.find(({ nom }) => nom === 'insi')?.refus ?? null
      if (connu === null || connu === 'insi/homologation') sante.noter('insi', refus()?.code ?? null)
    },
  }
}
