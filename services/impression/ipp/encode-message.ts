import { GROUPS, TAGS, type Attribute, type Group, type Message, type Value } from './message.ts'

const VERSION_2_0 = Buffer.of(2, 0)

/** Writes a request, before any document data. Source: RFC 8010 §3.1. */
export function encodeMessage({ code, id, groups }: Message): Buffer {
  return Buffer.concat([
    VERSION_2_0,
    uint16(code),
    uint32(id),
    ...groups.map(encodeGroup),
    Buffer.of(GROUPS.end),
  ])
}

const encodeGroup = ({ tag, attributes }: Group): Buffer =>
  Buffer.concat([Buffer.of(tag), ...attributes.map(encodeAttribute)])

/** The values after the first one have an empty name. Source: RFC 8010 §3.1.5. */
function encodeAttribute({ name, syntax, values }: Attribute): Buffer {
  return Buffer.concat(
    values.flatMap((value, rank) => [
      Buffer.of(TAGS[syntax]),
      counted(Buffer.from(rank === 0 ? name : '', 'latin1')),
      counted(encodeValue(value)),
    ]),
  )
}

function encodeValue(value: Value): Buffer {
  if (typeof value === 'number') return uint32(value)
  return typeof value === 'boolean' ? Buffer.of(value ? 1 : 0) : Buffer.from(value, 'utf8')
}

const counted = (bytes: Buffer): Buffer => Buffer.concat([uint16(bytes.length), bytes])

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeInt32BE(value)
  return bytes
}
