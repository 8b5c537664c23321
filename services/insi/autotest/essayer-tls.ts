import { connect, type ConnectionOptions, type SecureContext } from 'node:tls'
import { ouvrirContexte, ouvrirContexteServeur } from '../auth.ts'
import type { ConfigInsi } from '../config.ts'
import { ouvrirChemin, type Depart } from '../mandataire/agent-mandataire.ts'
import { DefautMandataire } from '../mandataire/defaut-mandataire.ts'
import { regarderServeur } from '../mandataire/inspecter.ts'
import { nu } from '../mandataire/route.ts'
import { refusReseau } from '../tls-failure.ts'
import { echoue, reussi, type Constat } from './constat.ts'

/** The certificate of INSi, judged as a call judges it: authorities and name. Whoever stands in between is named by his own. */
export async function essayerTls(config: ConfigInsi, depart: Depart): Promise<Constat> {
  const erreur = await serrer(config, depart)
  const presente = await regarderServeur(depart)
  const sur = presente && `émis par « ${presente.emetteur} »`
  if (erreur === null) return reussi(sur)
  if (erreur instanceof DefautMandataire) return echoue(erreur.refus.code, erreur.refus.champ)
  const { code } = refusReseau(erreur, { securise: false, reconnu: false, reutilise: false })
  if (code === 'insi/injoignable' && presente === null) return echoue('reseau/tls-muet')
  if (code !== 'insi/serveur-non-reconnu' || !presente?.nomme) return echoue(code, sur)
  return echoue(/IGC.?SANTE/i.test(presente.emetteur) ? 'reseau/autorites' : 'insi/inspection-tls', sur)
}

/** Shakes hands as a call does, then leaves without a word; the error that a call would meet, or null. */
async function serrer(config: ConfigInsi, depart: Depart): Promise<Error | null> {
  const { hostname, port } = new URL(depart.url)
  const host = nu(hostname)
  const arret = AbortSignal.timeout(depart.delaiMs)
  try {
    const socket = await ouvrirChemin(depart, arret)
    return await conclure(
      {
        host,
        port: Number(port || 443),
        servername: /[a-z]/i.test(host) ? host : '',
        secureContext: contexteDe(config),
        rejectUnauthorized: true,
        ...(socket && { socket }),
      },
      arret,
    )
  } catch (cause) {
    return cause instanceof Error ? cause : new Error('unknown')
  }
}

function conclure(options: ConnectionOptions, arret: AbortSignal): Promise<Error | null> {
  const { promise, resolve } = Promise.withResolvers<Error | null>()
  const expirer = (): void => resolve(new Error('timeout'))
  arret.addEventListener('abort', expirer, { once: true })
  const tls = connect(options, () => resolve(null))
  tls.on('error', resolve).once('close', () => resolve(new Error('closed')))
  return promise.finally(() => {
    arret.removeEventListener('abort', expirer)
    tls.destroy()
  })
}

/** A certificate that cannot be opened was judged by a step of its own: the server is then met without it. */
function contexteDe({ autorites, certificat }: ConfigInsi): SecureContext {
  try {
    return certificat.forme === 'cpx'
      ? ouvrirContexteServeur(autorites)
      : ouvrirContexte(autorites, certificat)
  } catch {
    return ouvrirContexteServeur(autorites)
  }
}
