import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequest } from '#simulators/printer/read-request.ts'
import {
  boolean,
  enumeration,
  GROUP,
  integer,
  keyword,
  writeResponse,
} from '#simulators/printer/write-response.ts'
import { decodeAnswer } from './decode-message.ts'
import { encodeMessage } from './encode-message.ts'
import { printJob } from './requests.ts'

describe('RFC 8010 : messages écrits ici, relus par une autre main', () => {
  it('Print-Job : version, opération, attributs dans l’ordre, document intact', () => {
    const octets = Buffer.concat([
      encodeMessage(printJob('ipp://127.0.0.1:631/ipp/print', 'LOT-1')),
      Buffer.from('%PDF'),
    ])
    const lue = readRequest(octets)
    expect([lue?.version, lue?.operation, lue?.id, lue?.document.toString()]).toEqual([0x0200, 2, 1, '%PDF'])
    expect(
      [...(lue?.attributes ?? [])].map(([name, values]) => [name, values.map((value) => value.toString())]),
    ).toEqual([
      ['attributes-charset', ['utf-8']],
      ['attributes-natural-language', ['fr']],
      ['printer-uri', ['ipp://127.0.0.1:631/ipp/print']],
      ['requesting-user-name', ['guichet-ins']],
      ['job-name', ['LOT-1']],
      ['document-format', ['application/pdf']],
      ['copies', ['\0\0\0\u0001']],
      ['sides', ['one-sided']],
      ['media', ['iso_a4_210x297mm']],
      ['print-scaling', ['none']],
    ])
  })

  it('réponse : chaque groupe, valeurs multiples comprises', () => {
    const octets = writeResponse(
      { version: 0x0200, id: 7 },
      {
        status: 1,
        groups: [
          [GROUP.unsupported, { 'print-scaling': keyword('none') }],
          [GROUP.job, { 'job-id': integer(12), 'job-state': enumeration(5) }],
          [
            GROUP.printer,
            { 'printer-state-reasons': keyword('a', 'b'), 'printer-is-accepting-jobs': boolean(true) },
          ],
        ],
      },
    )
    expect(decodeAnswer(octets)).toEqual({
      status: 1,
      id: 7,
      unsupported: new Map([['print-scaling', ['none']]]),
      job: new Map([
        ['job-id', [12]],
        ['job-state', [5]],
      ]),
      printer: new Map<string, unknown>([
        ['printer-state-reasons', ['a', 'b']],
        ['printer-is-accepting-jobs', [true]],
      ]),
    })
    for (let fin = 0; fin < octets.length; fin++)
      expect(decodeAnswer(octets.subarray(0, fin))).toBeUndefined()
  })

  it('une réponse de cent mille valeurs est lue sans tenir le poste occupé', () => {
    const entete = Buffer.from([2, 0, 0, 0, 0, 0, 0, 1, GROUP.printer])
    const valeurs = Buffer.alloc(5 * 100_000, Buffer.from([0x44, 0, 0, 0, 0]))
    const debut = performance.now()
    const lue = decodeAnswer(Buffer.concat([entete, valeurs, Buffer.from([3])]))
    expect(lue?.printer.get('')?.length).toBe(100_000)
    expect(performance.now() - debut).toBeLessThan(2000)
  })

  it('des octets quelconques ne font ni erreur ni boucle, d’un côté comme de l’autre', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (octets) => {
        const [reponse, requete] = [decodeAnswer(octets), readRequest(Buffer.from(octets))]
        expect([
          reponse === undefined || reponse.status >= 0,
          requete === undefined || requete.id !== null,
        ]).toEqual([true, true])
      }),
      { numRuns: 2_000, seed: 1 },
    )
  })
})
