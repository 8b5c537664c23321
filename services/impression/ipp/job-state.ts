import type { Attributes } from './decode-message.ts'
import type { Value } from './message.ts'

/** What a job's attributes say about paper. Source: RFC 8011 §5.3.7. */
export type JobProgress = 'waiting' | 'stopped' | 'completed' | 'ended-blank' | 'ended-in-doubt'

const [STOPPED, CANCELED, ABORTED, COMPLETED] = [6, 7, 8, 9]

/**
 * Reads a job's progress. A job that ended early is blank only if the printer counts no page out: an absent count, or any
 * page, leaves a doubt that only a person at the printer can settle.
 */
export function progressOf(job: Attributes): JobProgress {
  const state = job.get('job-state')?.[0]
  if (state === COMPLETED) return 'completed'
  if (state === CANCELED || state === ABORTED)
    return job.get('job-impressions-completed')?.[0] === 0 ? 'ended-blank' : 'ended-in-doubt'
  return state === STOPPED ? 'stopped' : 'waiting'
}

/** Why a printer would not print now, as its own keyword; undefined when nothing prevents it. */
export function obstacleOf(printer: Attributes): string | undefined {
  const reasons = (printer.get('printer-state-reasons') ?? []).filter(isBlocking)
  const formats = printer.get('document-format-supported') ?? []
  if (reasons[0] !== undefined) return String(reasons[0])
  if (printer.get('printer-is-accepting-jobs')?.[0] === false) return 'not-accepting-jobs'
  if (printer.get('printer-state')?.[0] === PRINTER_STOPPED) return 'stopped'
  return formats.length > 0 && !formats.includes('application/pdf') ? 'document-format' : undefined
}

const PRINTER_STOPPED = 5

const BLOCKING = ['media-empty', 'media-jam', 'cover-open', 'door-open', 'toner-empty', 'paused', 'shutdown']

/**
 * Errors block, and known causes without a grade. A warning lets a job through, since `media-empty-warning` may tell of
 * another tray, but not `media-needed`, which a printer says of the tray it wants. Source: RFC 8011 §5.4.12.
 */
const isBlocking = (reason: Value): boolean =>
  typeof reason === 'string' &&
  // A keyword and nothing else: it reaches the screen. Source: RFC 8011 §5.1.4.
  /^[a-z][a-z0-9._-]{0,79}$/.test(reason) &&
  (reason.endsWith('-error') || reason.startsWith('media-needed') || BLOCKING.includes(reason))
