import { describe, expect, it } from 'vitest'
import { succes } from '#domain/result.ts'
import { selectApplication, selectFile, readBinary } from './commands.ts'
import { exchange } from './exchange.ts'

const bytes = (hexa: string): Uint8Array => new Uint8Array(Buffer.from(hexa.replaceAll(' ', ''), 'hex'))
const ILLISIBLE = { ok: false, error: { code: 'cartes/contenu-illisible' } }

/** A card that answers from a list, the last answer for ever. */
function scripted(...reponses: readonly string[]) {
  const recues: string[] = []
  return {
    recues,
    transmit: (commande: Uint8Array) => {
      recues.push(Buffer.from(commande).toString('hex').toUpperCase())
      return Promise.resolve(succes(bytes(reponses[recues.length - 1] ?? reponses.at(-1) ?? '')))
    },
  }
}

const brute = { bytes: bytes('00 CA 00 00 00'), read: (data: Uint8Array, sw: number) => succes({ data, sw }) }

describe('ISO 7816-3, manières du protocole T=0', () => {
  it('61xx : la suite est demandée par GET RESPONSE et les morceaux sont réunis', async () => {
    const card = scripted('61 02', 'AA BB 61 01', 'CC 9000')
    expect(await exchange(card, brute)).toEqual(succes({ data: Buffer.from(bytes('AABBCC')), sw: 0x9000 }))
    expect(card.recues).toEqual(['00CA000000', '00C0000002', '00C0000001'])
  })

  it('6Cxx : la commande est refaite avec la longueur donnée', async () => {
    const card = scripted('6C 03', 'AA BB CC 9000')
    expect(await exchange(card, brute)).toEqual(succes({ data: Buffer.from(bytes('AABBCC')), sw: 0x9000 }))
    expect(card.recues).toEqual(['00CA000000', '00CA000003'])
  })

  it.each([
    ['6C sans fin', '6C 03'],
    ['61 sans fin', 'AA 61 01'],
    ['réponse sans statut', '90'],
    ['réponse vide', ''],
  ])('%s : contenu illisible, en un nombre borné de commandes', async (_cas, reponse) => {
    const card = scripted(reponse)
    expect(await exchange(card, brute)).toEqual(ILLISIBLE)
    expect(card.recues.length).toBeLessThanOrEqual(256)
  })
})

describe('commandes de lecture, octets et statuts', () => {
  it.each([
    ['application présente', selectApplication(bytes('A0 01')), '00A4040002A001', '9000', succes(true)],
    ['application absente', selectApplication(bytes('A0 01')), '00A4040002A001', '6A82', succes(false)],
    [
      'classe inconnue de la carte',
      selectApplication(bytes('A0 01')),
      '00A4040002A001',
      '6E00',
      succes(false),
    ],
    ['fichier présent', selectFile(0x2001), '00A40200022001', '9000', succes(true)],
    ['fichier absent', selectFile(0x2001), '00A40200022001', '6A82', succes(false)],
    ['fichier en erreur', selectFile(0x2001), '00A40200022001', '6581', ILLISIBLE],
    ['fin de fichier', readBinary(0x0300), '00B0030000', '6B00', succes(Buffer.alloc(0))],
    ['fichier protégé', readBinary(0), '00B0000000', '6982', succes(null)],
    ['mémoire de la carte en panne', readBinary(0), '00B0000000', '6581', ILLISIBLE],
  ])('%s', async (_cas, commande, envoyee, reponse, attendu) => {
    const card = scripted(reponse)
    const lu = await exchange<unknown>(card, commande)
    expect(JSON.stringify(lu)).toBe(JSON.stringify(attendu).replace('{"type":"Buffer","data":[]}', '{}'))
    expect(card.recues).toEqual([envoyee])
  })
})
