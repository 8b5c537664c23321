/** An IPP request as the printer sees it: attributes by name whatever their group, values still bytes. */
export interface Request {
  readonly version: number
  readonly operation: number
  readonly id: number
  readonly attributes: ReadonlyMap<string, readonly Buffer[]>
  readonly document: Buffer
}

/** Reads a request; undefined when the bytes stop before the end of the attributes. Source: RFC 8010 §3.1. */
export function readRequest(bytes: Buffer): Request | undefined {
  if (bytes.length < 9) return undefined
  const attributes = new Map<string, Buffer[]>()
  let [at, name] = [8, '']
  const take = (): Buffer => {
    const start = at + 2
    at = start + bytes.readUInt16BE(at)
    if (at > bytes.length) throw new RangeError('Truncated attribute.')
    return bytes.subarray(start, at)
  }
  try {
    for (let tag = bytes.readUInt8(at++); tag !== END; tag = bytes.readUInt8(at++)) {
      if (tag < FIRST_VALUE) continue
      name = take().toString('latin1') || name
      attributes.set(name, [...(attributes.get(name) ?? []), take()])
    }
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
  return {
    version: bytes.readUInt16BE(0),
    operation: bytes.readUInt16BE(2),
    id: bytes.readInt32BE(4),
    attributes,
    document: bytes.subarray(at),
  }
}

const END = 0x03
const FIRST_VALUE = 0x10

/** First value of an attribute as text. */
export const textOf = (request: Request, name: string): string | undefined =>
  request.attributes.get(name)?.[0]?.toString('utf8')

/** First value of an attribute as a number. */
export function numberOf(request: Request, name: string): number | undefined {
  const value = request.attributes.get(name)?.[0]
  return value?.length === 4 ? value.readInt32BE() : undefined
}
