import { ETATS, type File, type Travail } from './jobs.ts'
import { printerAttributes } from './printer-attributes.ts'
import { numberOf, textOf, type Request } from './read-request.ts'
import {
  enumeration,
  GROUP,
  integer,
  keyword,
  name,
  uri,
  type Attributes,
  type Response,
} from './write-response.ts'

/** Status codes. Source: RFC 8011 appendix B. */
const STATUS = {
  ok: 0x0000,
  badRequest: 0x0400,
  notPossible: 0x0404,
  notFound: 0x0406,
  formatNotSupported: 0x040a,
  charsetNotSupported: 0x040d,
  operationNotSupported: 0x0501,
  versionNotSupported: 0x0503,
  notAcceptingJobs: 0x0506,
} as const

const OPERATION = {
  printJob: 0x02,
  validateJob: 0x04,
  cancelJob: 0x08,
  getJobAttributes: 0x09,
  getJobs: 0x0a,
  getPrinterAttributes: 0x0b,
} as const

const FORMATS = ['application/pdf', 'application/octet-stream']

/** Answers a request as an IPP printer of one queue would. Source: RFC 8011 §4. */
export async function answer(request: Request, file: File, url: string): Promise<Response> {
  const malformed = malformation(request)
  if (malformed !== undefined) return empty(malformed)
  switch (request.operation) {
    case OPERATION.getPrinterAttributes:
      return one(GROUP.printer, asked(request, printerAttributes(file, url)))
    case OPERATION.validateJob:
      return empty(refusal(request, file) ?? STATUS.ok)
    case OPERATION.printJob: {
      const status = refusal(request, file)
      if (status !== undefined) return empty(status)
      const travail = file.accepter({
        nom: textOf(request, 'job-name') ?? 'sans nom',
        demandeur: userOf(request),
        octets: request.document,
      })
      return one(GROUP.job, jobAttributes(travail, url))
    }
    case OPERATION.getJobs:
      return { status: STATUS.ok, groups: listed(request, file, url) }
    case OPERATION.getJobAttributes:
    case OPERATION.cancelJob:
      return onJob(request, file, url)
    default:
      return empty(STATUS.operationNotSupported)
  }
}

/** Faults that any operation answers alike: version, request number, first attributes and their order, target. */
function malformation(request: Request): number | undefined {
  if (request.version < 0x0100 || request.version >= 0x0300) return STATUS.versionNotSupported
  const [first, second] = request.attributes.keys()
  if (request.id <= 0 || first !== 'attributes-charset' || second !== 'attributes-natural-language')
    return STATUS.badRequest
  if (textOf(request, 'attributes-charset') !== 'utf-8') return STATUS.charsetNotSupported
  const target = textOf(request, 'printer-uri') ?? textOf(request, 'job-uri')
  return target === undefined ? STATUS.badRequest : undefined
}

/** Jobs of the queue, or the finished ones; their number and address unless more is asked. Source: RFC 8011 §4.2.6. */
function listed(request: Request, file: File, url: string): Response['groups'] {
  const finis = textOf(request, 'which-jobs') === 'completed'
  const lesSiens = request.attributes.get('my-jobs')?.[0]?.[0] === 1
  return file.travaux
    .filter(({ etat }) => etat > ETATS.stopped === finis)
    .filter(({ demandeur }) => !lesSiens || demandeur === userOf(request))
    .slice(0, numberOf(request, 'limit'))
    .map((travail) => {
      const { 'job-id': id, 'job-uri': address, ...others } = jobAttributes(travail, url)
      const known = { 'job-id': id, 'job-uri': address } as Attributes
      return [
        GROUP.job,
        request.attributes.has('requested-attributes') ? asked(request, { ...known, ...others }) : known,
      ]
    })
}

async function onJob(request: Request, file: File, url: string): Promise<Response> {
  const id = numberOf(request, 'job-id') ?? Number(textOf(request, 'job-uri')?.split('/').at(-1))
  const travail = file.travaux.find((connu) => connu.id === id)
  if (travail === undefined) return empty(STATUS.notFound)
  if (request.operation === OPERATION.cancelJob)
    return empty(file.annuler(travail) ? STATUS.ok : STATUS.notPossible)
  const response = one(GROUP.job, asked(request, jobAttributes(travail, url)))
  await file.avancer(travail)
  return response
}

const userOf = (request: Request): string => textOf(request, 'requesting-user-name') ?? 'anonyme'

function refusal(request: Request, file: File): number | undefined {
  if (file.mode === 'refus') return STATUS.notAcceptingJobs
  return FORMATS.includes(textOf(request, 'document-format') ?? 'application/pdf')
    ? undefined
    : STATUS.formatNotSupported
}

const jobAttributes = (travail: Travail, url: string): Attributes => ({
  'job-id': integer(travail.id),
  'job-uri': uri(`${url}/${travail.id}`),
  'job-printer-uri': uri(url),
  'job-name': name(travail.nom),
  'job-originating-user-name': name(travail.demandeur),
  'job-state': enumeration(travail.etat),
  'job-state-reasons': keyword(
    { 5: 'job-printing', 6: 'printer-stopped', 7: 'job-canceled-by-user', 9: 'job-completed-successfully' }[
      travail.etat
    ],
  ),
  'job-impressions-completed': integer(travail.etat === ETATS.completed ? travail.pages : 0),
  'time-at-creation': integer(1),
  'time-at-processing': integer(1),
  'time-at-completed': integer(1),
  'job-printer-up-time': integer(2),
})

/** Keeps the attributes a request names, all of them when it names none or a group of them. Source: RFC 8011 §4.2.5.1. */
function asked(request: Request, attributes: Attributes): Attributes {
  const names = (request.attributes.get('requested-attributes') ?? []).map(String)
  if (names.length === 0 || names.some((wanted) => GROUPS_OF_NAMES.includes(wanted))) return attributes
  return Object.fromEntries(Object.entries(attributes).filter(([attribute]) => names.includes(attribute)))
}

const GROUPS_OF_NAMES = [
  'all',
  'job-template',
  'job-description',
  'printer-description',
  'media-col-database',
]

const one = (tag: number, attributes: Attributes): Response => ({
  status: STATUS.ok,
  groups: [[tag, attributes]],
})
const empty = (status: number): Response => ({ status, groups: [] })
