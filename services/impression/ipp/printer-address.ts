import { lookup } from 'node:dns/promises'
import { BlockList, isIP } from 'node:net'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** A printer whose network addresses were checked: the connection goes to one of them, never to a second resolution. */
export interface PrinterAddress {
  readonly secure: boolean
  readonly addresses: readonly string[]
  readonly host: string
  readonly port: number
  readonly path: string
  /** Target as printers name themselves, `ipp://…`. */
  readonly uri: string
}

const PROTOCOLS = ['ipp:', 'ipps:', 'http:', 'https:']
const IPP_PORT = 631

/** Loopback and private networks. Source: RFC 1918, RFC 4193. */
const LOCAL = new BlockList()
LOCAL.addSubnet('127.0.0.0', 8)
LOCAL.addSubnet('10.0.0.0', 8)
LOCAL.addSubnet('172.16.0.0', 12)
LOCAL.addSubnet('192.168.0.0', 16)
LOCAL.addAddress('::1', 'ipv6')
LOCAL.addSubnet('fc00::', 7, 'ipv6')

/**
 * Resolves a printer's URL (`ipp`, `ipps`, `http`, `https`; port 631 by default). Refuses whatever leads out of the local
 * network, since a page bears an identity in clear: `impression/adresse`, or `impression/imprimante-injoignable` when the
 * name is unknown.
 */
export async function resolvePrinter(url: string): Promise<Result<PrinterAddress, Refus>> {
  const target = parse(url)
  if (target === undefined) return echec(refuser('impression/adresse'))
  const host = target.hostname.replace(/^\[|\]$/g, '')
  const addresses = await addressesOf(host)
  if (addresses.length === 0) return echec(refuser('impression/imprimante-injoignable'))
  if (!addresses.every(isLocal)) return echec(refuser('impression/adresse'))
  const secure = target.protocol === 'https:'
  const port = target.port === '' ? IPP_PORT : Number(target.port)
  const path = target.pathname
  return succes({
    secure,
    addresses,
    host,
    port,
    path,
    uri: `${secure ? 'ipps' : 'ipp'}://${target.hostname}:${port}${path}`,
  })
}

/** Only the known protocols parse as web addresses do, which gives them a host and a path. */
function parse(url: string): URL | undefined {
  const protocol = PROTOCOLS.find((known) => url.toLowerCase().startsWith(`${known}//`))
  if (protocol === undefined) return undefined
  const web = url.slice(protocol.length).replace(/^/, protocol.endsWith('s:') ? 'https:' : 'http:')
  const parsed = URL.canParse(web) ? new URL(web) : undefined
  return parsed?.username === '' && parsed.password === '' ? parsed : undefined
}

async function addressesOf(host: string): Promise<readonly string[]> {
  if (isIP(host) !== 0) return [host]
  try {
    return (await lookup(host, { all: true })).map(({ address }) => address)
  } catch {
    return []
  }
}

const isLocal = (address: string): boolean => LOCAL.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')
