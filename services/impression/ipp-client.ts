import { setTimeout as wait } from 'node:timers/promises'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { exchange } from './ipp/exchange.ts'
import { obstacleOf, progressOf, type JobProgress } from './ipp/job-state.ts'
import { resolvePrinter, type PrinterAddress } from './ipp/printer-address.ts'
import { cancelJob, getJobAttributes, getPrinterAttributes, printJob } from './ipp/requests.ts'

/** A printer of the local network, and in ms how long to wait for an answer, for paper, and between two looks at a job. */
export interface Imprimante {
  readonly url: string
  readonly delaiReponse?: number
  readonly delaiImpression?: number
  readonly scrutation?: number
}

/** A job the printer says it finished, and the attributes it could not honour (a scale, a paper size). */
export interface Confirmation {
  readonly jobId: number
  readonly ignores: readonly string[]
}

interface Suivi {
  readonly printer: PrinterAddress
  readonly signal: AbortSignal
  readonly delaiReponse: number
  readonly delaiImpression: number
  readonly scrutation: number
}

const ERREUR_IPP = 0x0400

/**
 * Prints a PDF and follows it until the printer says it is done. Nothing is ever sent twice. Refusals: nothing left
 * (`impression/adresse`, `impression/imprimante-injoignable`, `impression/annulee`), refused without a page out
 * (`impression/refusee`, `champ` being the printer's reason), or in doubt (`impression/incertaine`). Source: RFC 8011.
 */
export async function envoyer(
  pdf: Uint8Array,
  imprimante: Imprimante,
  lot: string,
  signal: AbortSignal,
): Promise<Result<Confirmation, Refus>> {
  const printer = await resolvePrinter(imprimante.url)
  if (!printer.ok) return printer
  const { delaiReponse = 10_000, delaiImpression = 60_000, scrutation = 300 } = imprimante
  const suivi: Suivi = { printer: printer.value, signal, delaiReponse, delaiImpression, scrutation }
  const prete = await verifierEtat(suivi)
  if (!prete.ok) return prete
  const accepte = await deposer(pdf, lot, suivi)
  if (!accepte.ok) return accepte
  const issue = await suivre(accepte.value.jobId, suivi)
  return issue.ok ? accepte : issue
}

async function verifierEtat(suivi: Suivi): Promise<Result<null, Refus>> {
  const { printer, signal } = suivi
  if (signal.aborted) return echec(refuser('impression/annulee'))
  const outcome = await exchange(printer, getPrinterAttributes(printer.uri), borne(suivi))
  if (signal.aborted) return echec(refuser('impression/annulee'))
  if (outcome.kind !== 'answered') return echec(refuser('impression/imprimante-injoignable'))
  const { answer } = outcome
  const obstacle = answer.status >= ERREUR_IPP ? 'printer-attributes' : obstacleOf(answer.printer)
  return obstacle === undefined ? succes(null) : echec(refuser('impression/refusee', obstacle))
}

async function deposer(pdf: Uint8Array, lot: string, suivi: Suivi): Promise<Result<Confirmation, Refus>> {
  const { printer, signal } = suivi
  const outcome = await exchange(printer, printJob(printer.uri, lot), borne(suivi), pdf)
  switch (outcome.kind) {
    case 'unsent':
      return echec(refuser(signal.aborted ? 'impression/annulee' : 'impression/imprimante-injoignable'))
    case 'broken':
      return echec(refuser('impression/incertaine'))
    case 'rejected':
      return echec(refuser('impression/refusee', `http-${outcome.httpStatus}`))
    case 'answered': {
      const { status, job, unsupported } = outcome.answer
      if (status >= ERREUR_IPP) return echec(refuser('impression/refusee', `ipp-${status.toString(16)}`))
      const jobId = job.get('job-id')?.[0]
      return typeof jobId === 'number'
        ? succes({ jobId, ignores: [...unsupported.keys()] })
        : echec(refuser('impression/incertaine'))
    }
  }
}

/** Looks at the job until it ends; a job that stops, or lasts, is withdrawn before it can surprise the next patient. */
async function suivre(jobId: number, suivi: Suivi): Promise<Result<null, Refus>> {
  const fin = AbortSignal.any([suivi.signal, AbortSignal.timeout(suivi.delaiImpression)])
  while (!fin.aborted) {
    const progress = await regarder(jobId, suivi)
    if (progress === 'completed') return succes(null)
    if (progress === 'ended-blank') return echec(refuser('impression/refusee', 'job-aborted'))
    if (progress === 'ended-in-doubt') return echec(refuser('impression/incertaine'))
    if (progress === 'stopped') return retirer(jobId, suivi)
    await wait(suivi.scrutation, undefined, { signal: fin }).catch(() => undefined)
  }
  return retirer(jobId, suivi)
}

/** Withdraws a job and waits for the printer to say what came of it: a printer at work takes a moment to stop. */
async function retirer(jobId: number, suivi: Suivi): Promise<Result<null, Refus>> {
  const { printer, signal, delaiReponse, scrutation } = suivi
  await exchange(printer, cancelJob(printer.uri, jobId), AbortSignal.timeout(delaiReponse))
  for (let regard = 0; regard < REGARDS_APRES_RETRAIT; regard++) {
    const progress = await regarder(jobId, suivi)
    if (progress === 'completed') return succes(null)
    if (progress === 'ended-in-doubt') break
    if (progress === 'ended-blank')
      return echec(
        signal.aborted ? refuser('impression/annulee') : refuser('impression/refusee', 'job-stopped'),
      )
    await wait(scrutation)
  }
  return echec(refuser('impression/incertaine'))
}

const REGARDS_APRES_RETRAIT = 5

/** A look that gets no answer teaches nothing: the job is still awaited. */
async function regarder(jobId: number, { printer, delaiReponse }: Suivi): Promise<JobProgress> {
  const message = getJobAttributes(printer.uri, jobId)
  const outcome = await exchange(printer, message, AbortSignal.timeout(delaiReponse))
  if (outcome.kind !== 'answered') return 'waiting'
  return outcome.answer.status >= ERREUR_IPP ? 'ended-in-doubt' : progressOf(outcome.answer.job)
}

const borne = ({ signal, delaiReponse }: Suivi): AbortSignal =>
  AbortSignal.any([signal, AbortSignal.timeout(delaiReponse)])
