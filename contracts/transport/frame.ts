import { echec, succes, type Result } from '#domain/result.ts'
import { MAX_MESSAGE_BYTES } from './channel.ts'

const KINDS = ['open', 'text', 'binary', 'close'] as const

/** One frame of the private pipe: four bytes of payload length and four of channel, big endian, one of kind, then the payload. */
export interface Frame {
  readonly channel: number
  readonly kind: (typeof KINDS)[number]
  readonly payload: Uint8Array
}

/** What no honest peer sends; the pipe cannot be read beyond it. */
export type FrameFault = 'oversize' | 'unknown-kind'

const HEADER_BYTES = 9

/** Bytes of a frame. The payload holds at most `MAX_MESSAGE_BYTES`. */
export function encodeFrame({ channel, kind, payload }: Frame): Uint8Array {
  const bytes = new Uint8Array(HEADER_BYTES + payload.length)
  const header = new DataView(bytes.buffer)
  header.setUint32(0, payload.length)
  header.setUint32(4, channel)
  header.setUint8(8, KINDS.indexOf(kind))
  bytes.set(payload, HEADER_BYTES)
  return bytes
}

/** Returns a function to call with each chunk in turn, which returns the frames it completes, or the fault that ends the pipe. */
export function createFrameDecoder(): (chunk: Uint8Array) => Result<readonly Frame[], FrameFault> {
  let chunks: Uint8Array[] = []
  let held = 0
  let wanted = HEADER_BYTES

  return (chunk) => {
    chunks.push(chunk)
    held += chunk.length
    const frames: Frame[] = []
    // Chunks are joined only when they hold something whole, so that a large payload is copied once, not once per chunk.
    while (held >= wanted) {
      const bytes = join(chunks, held)
      const header = new DataView(bytes.buffer, bytes.byteOffset, HEADER_BYTES)
      const length = header.getUint32(0)
      const kind = KINDS[header.getUint8(8)]
      if (length > MAX_MESSAGE_BYTES) return echec('oversize')
      if (kind === undefined) return echec('unknown-kind')
      const end = HEADER_BYTES + length
      chunks = [bytes]
      wanted = end
      if (held < end) break
      frames.push({ channel: header.getUint32(4), kind, payload: bytes.subarray(HEADER_BYTES, end) })
      chunks = [bytes.subarray(end)]
      held -= end
      wanted = HEADER_BYTES
    }
    return succes(frames)
  }
}

function join(chunks: readonly Uint8Array[], size: number): Uint8Array {
  const [only] = chunks
  if (only !== undefined && chunks.length === 1) return only
  const bytes = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
