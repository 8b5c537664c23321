import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import type { PorteurCpx } from '#domain/cartes/porteur-cpx.ts'
import { succes } from '#domain/result.ts'
import type { SignataireCpx } from './assertion-ps.ts'

const PREFIXE = Buffer.from('3031300d060960864801650304020105000420', 'hex')

const CLAIRE: PorteurCpx = {
  idNat: '899900099017',
  annuaire: 'rpps',
  nom: 'MORELIN',
  prenom: 'CLAIRE',
  profession: 'Infirmier',
  codeProfession: '60',
  structure: null,
  nominative: true,
  type: 'CPS',
  numeroCarte: '2609990001',
  debutValidite: '2026-01-01T00:00:00Z',
  finValidite: '2030-01-01T00:00:00Z',
  emetteur: 'TEST AC CARTES FICTIVES',
  sujet: 'GN=CLAIRE+SN=MORELIN+CN=899900099017,title=Infirmier,C=FR',
}

/** Cards of one key pair (DER, PKCS#8), which sign what they are given and remember it. */
export function cardsOf({ certificat, cle }: { readonly certificat: Buffer; readonly cle: Buffer }) {
  const key = createPrivateKey({ key: cle, format: 'der', type: 'pkcs8' })
  return (porteur: Partial<PorteurCpx> = {}) => {
    const condensats: Uint8Array[] = []
    const signataire: SignataireCpx = {
      porteur: { ...CLAIRE, ...porteur },
      certificat: certificat.toString('base64'),
      sign(condensat) {
        condensats.push(condensat)
        const bloc = Buffer.concat([PREFIXE, condensat])
        return Promise.resolve(
          succes(new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, bloc))),
        )
      },
    }
    return { signataire, condensats }
  }
}
