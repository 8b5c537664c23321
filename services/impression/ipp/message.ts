/** Operations of this client. Source: RFC 8011 §5.4.15, operations-supported. */
export const OPERATIONS = {
  printJob: 0x0002,
  cancelJob: 0x0008,
  getJobAttributes: 0x0009,
  getPrinterAttributes: 0x000b,
} as const

/** Groups of attributes. Source: RFC 8010 §3.5.1. */
export const GROUPS = { operation: 0x01, job: 0x02, end: 0x03, printer: 0x04, unsupported: 0x05 } as const

/** Syntaxes of values this client writes or reads. Source: RFC 8010 §3.5.2. */
export const TAGS = {
  integer: 0x21,
  boolean: 0x22,
  enum: 0x23,
  text: 0x41,
  name: 0x42,
  keyword: 0x44,
  uri: 0x45,
  charset: 0x47,
  language: 0x48,
  mimeType: 0x49,
} as const

type Syntax = keyof typeof TAGS
export type Value = string | number | boolean

export interface Attribute {
  readonly name: string
  readonly syntax: Syntax
  readonly values: readonly Value[]
}

export interface Group {
  readonly tag: number
  readonly attributes: readonly Attribute[]
}

/** An IPP request: `code` is its operation. */
export interface Message {
  readonly code: number
  readonly id: number
  readonly groups: readonly Group[]
}
