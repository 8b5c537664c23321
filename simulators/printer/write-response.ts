import type { Request } from './read-request.ts'

/** A value as bytes, with its syntax. Source: RFC 8010 §3.5.2. */
export type Encoded = readonly [tag: number, ...values: Buffer[]]
export type Attributes = Readonly<Record<string, Encoded>>

export const keyword = (...values: string[]): Encoded => texts(0x44, values)
export const name = (value: string): Encoded => texts(0x42, [value])
export const text = (value: string): Encoded => texts(0x41, [value])
export const uri = (value: string): Encoded => texts(0x45, [value])
export const charset = (value: string): Encoded => texts(0x47, [value])
export const language = (value: string): Encoded => texts(0x48, [value])
export const mimeType = (...values: string[]): Encoded => texts(0x49, values)
export const integer = (value: number): Encoded => [0x21, int32(value)]
export const enumeration = (...values: number[]): Encoded => [0x23, ...values.map(int32)]
export const boolean = (value: boolean): Encoded => [0x22, Buffer.of(value ? 1 : 0)]
export const range = (low: number, high: number): Encoded => [0x33, Buffer.concat([int32(low), int32(high)])]

const texts = (tag: number, values: readonly string[]): Encoded => [
  tag,
  ...values.map((value) => Buffer.from(value)),
]

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}

/** Groups of a response. Source: RFC 8010 §3.5.1. */
export const GROUP = { job: 0x02, printer: 0x04, unsupported: 0x05 } as const

export interface Response {
  readonly status: number
  readonly groups: readonly (readonly [tag: number, attributes: Attributes])[]
}

/** Writes the response to a request, in the version it spoke. Source: RFC 8010 §3.1, RFC 8011 §4.1.4. */
export function writeResponse(
  request: Pick<Request, 'version' | 'id'>,
  { status, groups }: Response,
): Buffer {
  const head = Buffer.alloc(8)
  head.writeUInt16BE(request.version, 0)
  head.writeUInt16BE(status, 2)
  head.writeInt32BE(request.id, 4)
  const operation = {
    'attributes-charset': charset('utf-8'),
    'attributes-natural-language': language('fr'),
  }
  return Buffer.concat([
    head,
    group(0x01, operation),
    ...groups.map(([tag, attributes]) => group(tag, attributes)),
    Buffer.of(0x03),
  ])
}

const group = (tag: number, attributes: Attributes): Buffer =>
  Buffer.concat([
    Buffer.of(tag),
    ...Object.entries(attributes).flatMap(([attribute, [syntax, ...values]]) =>
      values.flatMap((value, rank) => [
        Buffer.of(syntax),
        counted(Buffer.from(rank === 0 ? attribute : '')),
        counted(value),
      ]),
    ),
  ])

function counted(bytes: Buffer): Buffer {
  const length = Buffer.alloc(2)
  length.writeUInt16BE(bytes.length)
  return Buffer.concat([length, bytes])
}
