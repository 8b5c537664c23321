import { GROUPS, TAGS, type Value } from './message.ts'

/** What a printer answered: its status code and the attributes of each kind of group, values of unread syntaxes left out. */
export interface Answer {
  readonly status: number
  readonly id: number
  readonly printer: Attributes
  readonly job: Attributes
  readonly unsupported: Attributes
}

export type Attributes = ReadonlyMap<string, readonly Value[]>

/** Reads an answer; undefined when the bytes are no whole IPP message. Source: RFC 8010 §3.1. */
export function decodeAnswer(bytes: Uint8Array): Answer | undefined {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.length < 9) return undefined
  const groups = new Map<number, Map<string, Value[]>>()
  let [offset, group, name] = [8, 0, '']
  while (offset < view.length) {
    const tag = view.readUInt8(offset++)
    if (tag === GROUPS.end)
      return {
        status: view.readUInt16BE(2),
        id: view.readInt32BE(4),
        printer: groups.get(GROUPS.printer) ?? new Map(),
        job: groups.get(GROUPS.job) ?? new Map(),
        unsupported: groups.get(GROUPS.unsupported) ?? new Map(),
      }
    if (tag < FIRST_VALUE_TAG) {
      group = tag
      continue
    }
    const read = readAttribute(view, offset)
    if (read === undefined) return undefined
    name = read.name === '' ? name : read.name
    append(groups, group, name, valueOf(tag, read.value))
    offset = read.next
  }
  return undefined
}

const FIRST_VALUE_TAG = 0x10

function readAttribute(view: Buffer, offset: number) {
  const name = counted(view, offset)
  const value = name && counted(view, name.next)
  return name && value && { name: name.bytes.toString('latin1'), value: value.bytes, next: value.next }
}

function counted(
  view: Buffer,
  offset: number,
): { readonly bytes: Buffer; readonly next: number } | undefined {
  if (offset + 2 > view.length) return undefined
  const next = offset + 2 + view.readUInt16BE(offset)
  return next > view.length ? undefined : { bytes: view.subarray(offset + 2, next), next }
}

function valueOf(tag: number, bytes: Buffer): Value | undefined {
  if (tag === TAGS.integer || tag === TAGS.enum) return bytes.length === 4 ? bytes.readInt32BE() : undefined
  if (tag === TAGS.boolean) return bytes[0] === 1
  return tag >= TAGS.text && tag <= TAGS.mimeType ? bytes.toString('utf8') : undefined
}

/**
 * An attribute without a readable value is kept, empty: its name may be what matters. Values are added in place: copied
 * at each, the two hundred thousand that fit in one answer would hold the desk for minutes.
 */
function append(
  groups: Map<number, Map<string, Value[]>>,
  tag: number,
  name: string,
  value: Value | undefined,
): void {
  const group = groups.get(tag) ?? new Map<string, Value[]>()
  const values = group.get(name) ?? []
  if (value !== undefined) values.push(value)
  group.set(name, values)
  groups.set(tag, group)
}
