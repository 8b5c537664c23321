import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MAX_MESSAGE_BYTES } from './channel.ts'
import { createFrameDecoder, encodeFrame, type Frame } from './frame.ts'

const frame: fc.Arbitrary<Frame> = fc.record({
  channel: fc.nat({ max: 0xffff_ffff }),
  kind: fc.constantFrom('open', 'text', 'binary', 'close'),
  payload: fc.uint8Array({ maxLength: 300 }),
})

describe('trames du tube privé', () => {
  it('tout découpage des octets rend les mêmes trames', () => {
    fc.assert(
      fc.property(
        fc.array(frame, { maxLength: 8 }),
        fc.array(fc.integer({ min: 1, max: 40 })),
        (frames, cuts) => {
          const bytes = Buffer.concat(frames.map((sent) => encodeFrame(sent)))
          const decode = createFrameDecoder()
          const decoded: Frame[] = []
          for (let at = 0, turn = 0; at < bytes.length; turn++) {
            const size = cuts[turn % Math.max(cuts.length, 1)] ?? bytes.length
            const result = decode(bytes.subarray(at, at + size))
            decoded.push(...(result.ok ? result.value : []))
            at += size
          }
          expect(decoded.map(plain)).toEqual(frames.map(plain))
        },
      ),
    )
  })

  it('une trame plus longue que la limite est refusée dès son en-tête', () => {
    const header = encodeFrame({ channel: 1, kind: 'binary', payload: new Uint8Array() })
    new DataView(header.buffer).setUint32(0, MAX_MESSAGE_BYTES + 1)
    expect(createFrameDecoder()(header)).toEqual({ ok: false, error: 'oversize' })
  })

  it('une trame à la limite exacte passe', () => {
    const payload = new Uint8Array(MAX_MESSAGE_BYTES)
    const result = createFrameDecoder()(encodeFrame({ channel: 1, kind: 'binary', payload }))
    expect(result.ok && result.value.map((frame) => frame.payload.length)).toEqual([MAX_MESSAGE_BYTES])
  })

  it('un genre inconnu est refusé', () => {
    const bytes = encodeFrame({ channel: 1, kind: 'text', payload: new Uint8Array() })
    bytes[8] = 4
    expect(createFrameDecoder()(bytes)).toEqual({ ok: false, error: 'unknown-kind' })
  })

  it('une suite quelconque d’octets ne lève jamais', () => {
    fc.assert(fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => void createFrameDecoder()(bytes)))
  })
})

function plain({ channel, kind, payload }: Frame): unknown {
  return { channel, kind, payload: [...payload] }
}
