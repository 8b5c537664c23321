import { lookup } from 'node:dns/promises'
import { connect, isIP } from 'node:net'
import { ouvrirChemin, type Depart } from '../mandataire/agent-mandataire.ts'
import { DefautMandataire } from '../mandataire/defaut-mandataire.ts'
import { nu, type Route } from '../mandataire/route.ts'
import { echoue, nonFait, reussi, type Constat } from './constat.ts'

/** Whether INSi is met through a proxy, null when the ways out cannot even be chosen. */
export async function passeParMandataire({ url, routes }: Depart): Promise<boolean | null> {
  const choisies = await routes(new URL(url))
  return choisies.ok ? choisies.value[0] !== 'directe' : null
}

/** The proxy, up to the tunnel it opens to INSi. */
export async function essayerMandataire(depart: Depart): Promise<Constat> {
  const choisies = await depart.routes(new URL(depart.url))
  if (!choisies.ok) return echoue(choisies.error.code, choisies.error.champ)
  const [premiere] = choisies.value
  if (premiere === undefined || premiere === 'directe') return nonFait('reseau/sans-mandataire')
  const sur = choisies.value.map(nommer).join(', ')
  try {
    const socket = await ouvrirChemin(depart, AbortSignal.timeout(depart.delaiMs))
    socket?.destroy()
    return reussi(sur)
  } catch (cause) {
    if (!(cause instanceof DefautMandataire)) throw cause
    const { code, champ } = cause.refus
    return echoue(code, champ === undefined ? sur : `${sur} (${champ})`)
  }
}

const nommer = (route: Route): string =>
  route === 'directe' ? 'accès direct' : `${route.hote}:${route.port}`

/** The name of a server, as the machine resolves it. */
export async function essayerDns({ url, delaiMs }: Depart): Promise<Constat> {
  const hote = nu(new URL(url).hostname)
  if (isIP(hote) !== 0) return reussi(hote)
  const limite = Promise.withResolvers<null>()
  const minuterie = setTimeout(() => limite.resolve(null), delaiMs)
  const trouvees = await Promise.race([lookup(hote, { all: true }).catch(() => null), limite.promise])
  clearTimeout(minuterie)
  return trouvees === null
    ? echoue('reseau/dns', hote)
    : reussi(
        `${hote} : ${trouvees
          .slice(0, 3)
          .map(({ address }) => address)
          .join(', ')}`,
      )
}

/** A connection to a server, closed as soon as it opens. */
export async function essayerTcp({ url, delaiMs }: Depart): Promise<Constat> {
  const { hostname, port } = new URL(url)
  const adresse = { host: nu(hostname), port: Number(port || 443) }
  const issue = Promise.withResolvers<boolean>()
  const socket = connect(adresse)
    .once('connect', () => issue.resolve(true))
    .once('error', () => issue.resolve(false))
  const minuterie = setTimeout(() => issue.resolve(false), delaiMs)
  const ouverte = await issue.promise
  clearTimeout(minuterie)
  socket.destroy()
  const sur = `${adresse.host}:${adresse.port}`
  return ouverte ? reussi(sur) : echoue('reseau/tcp', sur)
}
