import type { Element } from '@xmldom/xmldom'
import type { ReponseInsi } from '#domain/insi/reponse.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { readFault, refusDe, type DetailsInsi } from './faults.ts'
import { RESULTAT, SOAP12 } from './namespaces.ts'
import { readIndividu } from './read-individu.ts'
import { childrenNamed, elementsOf, isNamed, onlyChild, parseXml, TAILLE_MAX, textOf } from './read-xml.ts'
import type { ReponseHttp } from './transport.ts'

/** An answer read: the business answer or the refusal, its technical details, and its text as received. */
export interface Lecture {
  readonly resultat: Result<ReponseInsi, Refus>
  readonly details: DetailsInsi | null
  /** The answer as received, null when it is not UTF-8 text; it carries identity data, store it encrypted only. */
  readonly brut: string | null
}

type Contenu = Omit<Lecture, 'brut'>

/** Reads an HTTP answer of INSi; anything that is not an answer or a fault of INSi becomes a refusal, never a code 01. */
export function readAnswer(http: ReponseHttp): Lecture {
  if (http.corps.length > TAILLE_MAX) return { ...nonConforme('taille'), brut: null }
  const brut = decode(http.corps)
  if (brut === null) return { ...nonConforme('encodage'), brut }
  if (!/^application\/soap\+xml\s*(?:;|$)/i.test(http.contentType)) return { ...horsSoap(http, brut), brut }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(http.contentType)?.[1]
  if (charset !== undefined && !/^utf-?8$/i.test(charset)) return { ...nonConforme('charset'), brut }
  const racine = parseXml(brut)
  return { ...(racine ? readEnvelope(racine, http.statut) : nonConforme('xml')), brut }
}

function readEnvelope(racine: Element, statut: number): Contenu {
  if (!isNamed(racine, SOAP12, 'Envelope')) return nonConforme('enveloppe')
  const body = onlyChild(racine, SOAP12, 'Body')
  const [contenu, ...reste] = body ? elementsOf(body) : []
  if (!contenu || reste.length > 0) return nonConforme('corps')
  if (isNamed(contenu, SOAP12, 'Fault')) {
    const details = readFault(contenu)
    return { resultat: echec(refuser(refusDe(details))), details }
  }
  // A business answer is always HTTP 200; faults alone are HTTP 500.
  if (!isNamed(contenu, RESULTAT, 'RESULTAT') || statut !== 200) return nonConforme('corps')
  return readResultat(contenu)
}

function readResultat(resultat: Element): Contenu {
  const cr = onlyChild(resultat, RESULTAT, 'CR')
  const code = cr && onlyChild(cr, RESULTAT, 'CodeCR')
  const codeCR = code && textOf(code)?.trim()
  const individus = childrenNamed(resultat, RESULTAT, 'INDIVIDU')
  const [individu] = individus
  if (!codeCR) return nonConforme('CodeCR')
  if (codeCR === '00') {
    const identite = individu && individus.length === 1 ? readIndividu(individu) : null
    return identite ? conforme({ codeCR, identite }) : nonConforme('INDIVIDU')
  }
  // No other code of result is published: whatever it means, it is not "nobody".
  if (codeCR !== '01' && codeCR !== '02')
    return refus('insi/anomalie', /^\w{1,10}$/.test(codeCR) ? `CR_${codeCR}` : 'CR')
  return individu ? nonConforme('INDIVIDU') : conforme({ codeCR })
}

/** What stands between the desk and INSi speaks HTML: a gateway that refuses the certificate, or a service that is down. */
function horsSoap({ statut }: ReponseHttp, texte: string): Contenu {
  const code = `http_${statut}`
  // 495 and 496 are nginx's own codes for a wrong or missing certificate, sent as 400 unless rewritten.
  if ([401, 403, 495, 496].includes(statut) || (statut === 400 && /SSL certificate/i.test(texte)))
    return refus('insi/certificat-refuse', code)
  if ([502, 503, 504].includes(statut)) return refus('insi/indisponible', code)
  return refus('insi/reponse-non-conforme', code)
}

const conforme = (reponse: ReponseInsi): Contenu => ({ resultat: succes(reponse), details: null })

const nonConforme = (partie: string): Contenu => refus('insi/reponse-non-conforme', partie)

const refus = (code: CodeRefus, partie: string): Contenu => ({
  resultat: echec(refuser(code)),
  details: { siram: null, code: partie, severite: null, motif: null },
})

function decode(corps: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(corps)
  } catch {
    return null
  }
}
