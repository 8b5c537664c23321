import { join } from 'node:path'
import type { TestReseau } from '#contracts/materiel.ts'
import type { EtapeReseau } from '#domain/insi/etape-reseau.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ecrireAtomiquement } from '#services/comptes/ecriture-atomique.ts'
import { autotester } from '#services/insi/autotest/autotest.ts'
import type { AppelInsi, ClientInsi } from '#services/insi/client.ts'
import type { ConfigInsi } from '#services/insi/config.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { ActePoste } from '#services/journal/acte-journal.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { rapportReseau } from './rapport-reseau.ts'

/** What the network test works with: the settings, the client that agents call with, a clock. */
interface Ports {
  readonly reglages: Pick<Configuration, 'dossier' | 'poste' | 'environnement' | 'hotesInsi'>
  readonly config: Result<ConfigInsi, Refus>
  readonly insi: () => Promise<Result<ClientInsi, Refus>>
  readonly now: () => Date
  readonly uuid: () => string
}

/** In whose session the test is made. */
interface Demandeur {
  /** Why no call may leave; null when one may. */
  readonly verrou: Refus | null
  readonly noter: (acte: ActePoste) => Promise<void>
}

/** Tests the way to INSi as an agent's call takes it, and writes the report in the data folder. Refusal `configuration/ecriture`. */
export type TesterReseau = (demandeur: Demandeur, signal: AbortSignal) => Promise<Result<TestReseau, Refus>>

export function creerTestReseau(ports: Ports): TesterReseau {
  const { reglages, config, insi, now } = ports
  return async ({ verrou, noter }, signal) => {
    const etapes: EtapeReseau[] = []
    const appeler = async (_config: ConfigInsi, demande: DemandeInsi): Promise<Result<AppelInsi, Refus>> => {
      const client = verrou ? echec(verrou) : await insi()
      return client.ok
        ? succes(await noterAppel(ports, noter, () => client.value.chercherParTraits(demande, signal)))
        : client
    }
    for await (const etape of autotester({ config, hotes: reglages.hotesInsi, now, appeler }, signal))
      etapes.push(etape)
    await noter({ acte: 'reseau-teste', refus: etapes.find(({ etat }) => etat === 'echouee')?.code ?? null })
    return ecrireRapport(reglages, etapes, now())
  }
}

/** The journal says that a call leaves, then what it gave. */
async function noterAppel(
  { reglages: { environnement }, uuid }: Ports,
  noter: Demandeur['noter'],
  appeler: () => Promise<AppelInsi>,
): Promise<AppelInsi> {
  const appelId = uuid()
  await noter({ acte: 'insi-commandee', appelId, motif: 'essai', environnement, lieu: false })
  const appel = await appeler()
  const { messageId, resultat } = appel
  const issue = resultat.ok ? resultat.value.codeCR : resultat.error.code
  await noter({ acte: 'insi-commande-repondue', appelId, messageId, issue })
  return appel
}

function ecrireRapport(
  reglages: Ports['reglages'],
  etapes: readonly EtapeReseau[],
  instant: Date,
): Result<TestReseau, Refus> {
  const fichier = join(reglages.dossier, 'diagnostic-reseau.json')
  try {
    ecrireAtomiquement(fichier, `${JSON.stringify(rapportReseau(reglages, etapes, instant), null, 2)}\n`)
    return succes({ etapes: [...etapes], fichier })
  } catch {
    return echec(refuser('configuration/ecriture'))
  }
}
