import { GROUPS, OPERATIONS, type Attribute, type Message } from './message.ts'

const READ_FROM_PRINTER = [
  'printer-state',
  'printer-state-reasons',
  'printer-is-accepting-jobs',
  'document-format-supported',
]
const READ_FROM_JOB = ['job-state', 'job-state-reasons', 'job-impressions-completed']

/** Asks a printer for its state and what it takes. Source: RFC 8011 §4.2.5. */
export const getPrinterAttributes = (uri: string): Message =>
  request(OPERATIONS.getPrinterAttributes, printer(uri), [
    { name: 'requested-attributes', syntax: 'keyword', values: READ_FROM_PRINTER },
  ])

/**
 * Prints a PDF on one side of A4, unscaled: a scaled sheet of labels misses its labels. The job bears the lot and nothing
 * else, since print servers keep its name. Source: RFC 8011 §4.2.1, PWG 5100.16 (print-scaling), PWG 5101.1 (media).
 */
export function printJob(uri: string, lot: string): Message {
  const message = request(OPERATIONS.printJob, printer(uri), [
    { name: 'job-name', syntax: 'name', values: [lot] },
    { name: 'document-format', syntax: 'mimeType', values: ['application/pdf'] },
  ])
  const options: readonly Attribute[] = [
    { name: 'copies', syntax: 'integer', values: [1] },
    { name: 'sides', syntax: 'keyword', values: ['one-sided'] },
    { name: 'media', syntax: 'keyword', values: ['iso_a4_210x297mm'] },
    { name: 'print-scaling', syntax: 'keyword', values: ['none'] },
  ]
  return { ...message, groups: [...message.groups, { tag: GROUPS.job, attributes: options }] }
}

/** Asks what became of a job. Source: RFC 8011 §4.3.4. */
export const getJobAttributes = (uri: string, jobId: number): Message =>
  request(OPERATIONS.getJobAttributes, job(uri, jobId), [
    { name: 'requested-attributes', syntax: 'keyword', values: READ_FROM_JOB },
  ])

/** Withdraws a job, so that it does not come out later, among the labels of another patient. Source: RFC 8011 §4.3.3. */
export const cancelJob = (uri: string, jobId: number): Message =>
  request(OPERATIONS.cancelJob, job(uri, jobId), [])

const printer = (uri: string): readonly Attribute[] => [{ name: 'printer-uri', syntax: 'uri', values: [uri] }]

const job = (uri: string, jobId: number): readonly Attribute[] => [
  ...printer(uri),
  { name: 'job-id', syntax: 'integer', values: [jobId] },
]

/** Charset, language and target come first, in this order. Source: RFC 8011 §4.1.4 and §4.1.5. */
const request = (code: number, target: readonly Attribute[], attributes: readonly Attribute[]): Message => ({
  code,
  id: 1,
  groups: [
    {
      tag: GROUPS.operation,
      attributes: [
        { name: 'attributes-charset', syntax: 'charset', values: ['utf-8'] },
        { name: 'attributes-natural-language', syntax: 'language', values: ['fr'] },
        ...target,
        { name: 'requesting-user-name', syntax: 'name', values: ['guichet-ins'] },
        ...attributes,
      ],
    },
  ],
})
