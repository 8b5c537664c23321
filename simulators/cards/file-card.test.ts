import { describe, expect, it } from 'vitest'
import { fileCard } from './file-card.ts'

const bytes = (hexa: string): Uint8Array => new Uint8Array(Buffer.from(hexa.replaceAll(' ', ''), 'hex'))

const conversation = async (...commandes: readonly string[]): Promise<readonly string[]> => {
  const card = fileCard(bytes('3B00'), [
    {
      aid: bytes('A001'),
      fichiers: [
        { fid: 0x0101, contenu: bytes('AABBCC') },
        { fid: 0x0102, contenu: bytes('DD'), protege: true },
        { fid: 0x0103, contenu: new Uint8Array(300).fill(7) },
      ],
    },
  ])
  const reponses: string[] = []
  for (const commande of commandes) {
    const reponse = await card.apdu(bytes(commande))
    reponses.push(Buffer.from(reponse).toString('hex').toUpperCase())
  }
  return reponses
}

describe('la carte simulée a les manières strictes du protocole T=0', () => {
  it('SELECT annonce sa réponse, GET RESPONSE la donne', async () => {
    expect(await conversation('00A4040002A001', '00C0000006')).toEqual(['6106', '6F048402A0019000'])
  })

  it('une réponse prise en deux fois', async () => {
    expect(await conversation('00A4040002A001', '00C0000002', '00C0000004')).toEqual([
      '6106',
      '6F046104',
      '8402A0019000',
    ])
  })

  it('longueur fausse refusée avec la bonne, puis lecture', async () => {
    expect(await conversation('00A40200020101', '00B0000000', '00B0000003', '00B0000102')).toEqual([
      '610A',
      '6C03',
      'AABBCC9000',
      'BBCC9000',
    ])
  })

  it('fichier plus long qu’un morceau : 256 octets d’un coup, puis le reste', async () => {
    const [, premier = '', reste, fin] = await conversation(
      '00A40200020103',
      '00B0000000',
      '00B0010000',
      '00B0012C00',
    )
    expect(premier).toBe(`${'07'.repeat(256)}9000`)
    expect([reste, fin]).toEqual(['6C2C', '6B00'])
  })

  it.each([
    ['application absente', '00A4040002A009', '6A82'],
    ['fichier absent', '00A40200020999', '6A82'],
    ['lecture sans fichier', '00B0000000', '6986'],
    ['instruction inconnue', '0020000000', '6D00'],
    ['SELECT coupé', '00A4040002A0', '6700'],
  ])('%s', async (_cas, commande, statut) => {
    expect(await conversation(commande)).toEqual([statut])
  })

  it('fichier protégé : sélectionné, jamais lu', async () => {
    expect(await conversation('00A40200020102', '00B0000000')).toEqual(['610A', '6982'])
  })
})
