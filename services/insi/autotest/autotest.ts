import { IDENTITE_ESSAI, reponseEssai, type EtapeReseau } from '#domain/insi/etape-reseau.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import type { AppelInsi } from '../client.ts'
import { verifierConfig, type ConfigInsi } from '../config.ts'
import { departVers } from '../mandataire/depart.ts'
import { passeParMandataire, essayerDns, essayerMandataire, essayerTcp } from './chemin.ts'
import { aSurveiller, echoue, mesurer, nonFait, reussi, type Constat } from './constat.ts'
import { essayerTls } from './essayer-tls.ts'
import { examinerCertificat } from './examiner-certificat.ts'

export interface PortsAutotest {
  readonly config: Result<ConfigInsi, Refus>
  /** Other addresses of INSi to be reached from here. */
  readonly hotes: readonly string[]
  readonly now: () => Date
  /** Makes the one call of the test, journalled by whoever answers for it; a refusal when none may be made. */
  readonly appeler: (
    config: ConfigInsi,
    demande: DemandeInsi,
    signal: AbortSignal,
  ) => Promise<Result<AppelInsi, Refus>>
}

/**
 * Tests the way from this machine to INSi, step by step, in the order of `ETAPES_RESEAU`: a step that fails keeps those that need it from
 * being made, and each says so. Only the last one speaks to INSi, once, of the published test identity.
 */
export async function* autotester(ports: PortsAutotest, signal: AbortSignal): AsyncGenerator<EtapeReseau> {
  const verifiee = ports.config.ok ? verifierConfig(ports.config.value) : ports.config
  if (!verifiee.ok) {
    yield mesurer('configuration', () => echoue(verifiee.error.code, verifiee.error.champ))
    return
  }
  const config = verifiee.value
  yield mesurer('configuration', () => reussi(`${config.environnement}, ${new URL(config.url).host}`))
  const certificat = await mesurer('certificat', () => examinerCertificat(config, ports.now()))
  yield certificat
  const chemin: EtapeReseau[] = []
  for await (const etape of suivreChemin(config)) {
    chemin.push(etape)
    yield etape
  }
  yield* essayerHotes(config, ports.hotes)
  const pret = [certificat, ...chemin].every(({ etat }) => etat !== 'echouee')
  yield* essayerAppel(ports, pret, signal)
}

async function* suivreChemin(config: ConfigInsi): AsyncGenerator<EtapeReseau> {
  const depart = departVers(config.url, config)
  const mandataire = await mesurer('mandataire', () => essayerMandataire(depart))
  yield mandataire
  const tenu = mandataire.etat === 'echouee'
  const parMandataire = !tenu && (await passeParMandataire(depart)) === true
  const direct = (faire: () => Promise<Constat>) => () => {
    if (tenu) return nonFait('reseau/etape-precedente')
    return parMandataire ? nonFait('reseau/par-mandataire') : faire()
  }
  const dns = await mesurer(
    'dns',
    direct(() => essayerDns(depart)),
  )
  yield dns
  const tcp = await mesurer('tcp', () =>
    dns.etat === 'echouee' ? nonFait('reseau/etape-precedente') : direct(() => essayerTcp(depart))(),
  )
  yield tcp
  const ouvert = [mandataire, dns, tcp].every(({ etat }) => etat !== 'echouee')
  yield mesurer('tls', () => (ouvert ? essayerTls(config, depart) : nonFait('reseau/etape-precedente')))
}

/** Reaches the other addresses of INSi, all at once: nothing is said to them. */
async function* essayerHotes(config: ConfigInsi, hotes: readonly string[]): AsyncGenerator<EtapeReseau> {
  if (hotes.length === 0) {
    yield mesurer('hote', () => nonFait('reseau/simulation'))
    return
  }
  yield* await Promise.all(
    hotes.map((hote) =>
      mesurer('hote', async () => {
        const depart = departVers(`https://${hote}/`, config)
        const voie = await essayerMandataire(depart)
        const { etat } = voie.code === 'reseau/sans-mandataire' ? await essayerTcp(depart) : voie
        return etat === 'echouee' ? echoue('reseau/hote', hote) : reussi(hote)
      }),
    ),
  )
}

async function* essayerAppel(
  { config, appeler }: PortsAutotest,
  pret: boolean,
  signal: AbortSignal,
): AsyncGenerator<EtapeReseau> {
  let appel: Result<AppelInsi, Refus> | null = null
  yield mesurer('appel', async () => {
    if (!pret || !config.ok) return nonFait('reseau/etape-precedente')
    appel = await appeler(config.value, IDENTITE_ESSAI, signal)
    return appel.ok ? jugerAppel(appel.value) : nonFait(appel.error.code)
  })
  yield mesurer('idam', () => jugerIdam(appel, config.ok ? config.value.idam : null))
}

function jugerAppel({ resultat, details, environnement }: AppelInsi): Constat {
  if (!resultat.ok) return echoue(resultat.error.code, details?.code ?? resultat.error.champ)
  const { codeCR } = resultat.value
  const sur = `code ${codeCR}, ${environnement}`
  return codeCR === reponseEssai(environnement) ? reussi(sur) : aSurveiller('reseau/essai-inattendu', sur)
}

/** INSi alone knows the numbers it gave: an answer says that it knows this one. */
function jugerIdam(appel: Result<AppelInsi, Refus> | null, idam: string | null): Constat {
  if (!appel?.ok) return nonFait('reseau/idam', idam)
  const { resultat } = appel.value
  if (resultat.ok) return reussi(idam)
  const inconnu = resultat.error.code === 'insi/progiciel-non-autorise'
  return inconnu ? echoue(resultat.error.code, idam) : nonFait('reseau/idam', idam)
}
