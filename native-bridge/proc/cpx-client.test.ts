import { constants, privateEncrypt, createPrivateKey } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { readCertificate } from '../cards/cpx/certificate.ts'
import { digestInfo } from '../cards/cpx/digest-info.ts'
import { holderOf } from '../cards/cpx/holder.ts'
import { createCpxClient } from './cpx-client.ts'
import type { DemandeCpx } from './messages.ts'

const CPS = CARTES_CPX['cps']
if (!CPS) throw new Error('cps')
const autorite = await createAutoriteCpx(new Date())
const paires = await autorite.issue(CPS)
const autres = await autorite.issue(CPS)
const certificat = readCertificate(paires.signature.certificat)
const porteur = certificat && holderOf(certificat)
if (!porteur) throw new Error('porteur')

const PRESENTE: CpxPresente = {
  etat: 'presente',
  lecteur: 'CPS',
  presence: 4,
  porteur,
  certificats: {
    signature: paires.signature.certificat.toString('base64'),
    authentification: paires.authentification.certificat.toString('base64'),
  },
  code: 'disponible',
  ouverte: false,
}

const signerAvec = (cle: Buffer, condensat: Uint8Array): Uint8Array => {
  const key = createPrivateKey({ key: cle, format: 'der', type: 'pkcs8' })
  return new Uint8Array(privateEncrypt({ key, padding: constants.RSA_PKCS1_PADDING }, digestInfo(condensat)))
}

/** A card process that answers as the test says. */
function canal(answer: (demande: DemandeCpx) => Uint8Array | 'cpx/code-errone') {
  const demandes: DemandeCpx[] = []
  const cote = createCpxClient((demande) => {
    // As the channel does: what is sent is a copy.
    demandes.push(structuredClone(demande))
    queueMicrotask(() => {
      const value = answer(demande)
      const ok = typeof value !== 'string'
      cote.settle(demande.numero, ok ? { ok, value } : { ok, error: { code: value } })
    })
    return true
  })
  cote.receive(PRESENTE)
  return { ...cote, demandes }
}

const RIEN = new Uint8Array()
const prouvee = (cle: Buffer) => (demande: DemandeCpx) =>
  demande.type === 'signerCpx' ? signerAvec(cle, demande.condensat) : RIEN

describe('CPx vue du poste', () => {
  it('ouvrir : le code part une fois, s’efface ici, et la carte prouve sa clé d’authentification', async () => {
    const { client, demandes } = canal(prouvee(paires.authentification.cle))
    const code = Buffer.from('1234')
    expect(await client.ouvrir({ presence: 4, code })).toEqual({ ok: true, value: undefined })
    expect(code).toEqual(Buffer.alloc(4))
    expect(demandes.map(({ type }) => type)).toEqual(['ouvrirCpx', 'signerCpx'])
    expect(demandes[0]).toMatchObject({ presence: 4, dernierEssai: false })
    expect(demandes[1]).toMatchObject({ cle: 'authentification' })
  })

  it('carte d’une seule clé : la preuve est signée par elle', async () => {
    const { client, receive } = canal(prouvee(paires.signature.cle))
    receive({ ...PRESENTE, certificats: { ...PRESENTE.certificats, authentification: null } })
    expect((await client.ouvrir({ presence: 4, code: Buffer.from('1234') })).ok).toBe(true)
  })

  it('bibliothèque qui accepte tout code sans détenir la clé : la preuve est fausse', async () => {
    const { client } = canal(prouvee(autres.authentification.cle))
    expect(await client.ouvrir({ presence: 4, code: Buffer.from('0000') })).toEqual({
      ok: false,
      error: { code: 'cpx/preuve-fausse' },
    })
  })

  it('deux ouvertures ne demandent jamais la même preuve', async () => {
    const { client, demandes } = canal(prouvee(paires.authentification.cle))
    for (let tour = 0; tour < 2; tour += 1) await client.ouvrir({ presence: 4, code: Buffer.from('1234') })
    const defis = demandes.flatMap((demande) => (demande.type === 'signerCpx' ? [demande.condensat] : []))
    expect(defis.length).toBe(2)
    expect(defis[0]).not.toEqual(defis[1])
  })

  it('code refusé : dit, sans autre demande, et effacé', async () => {
    const { client, demandes } = canal(() => 'cpx/code-errone')
    const code = Buffer.from('4321')
    expect(await client.ouvrir({ presence: 4, code, dernierEssai: true })).toEqual({
      ok: false,
      error: { code: 'cpx/code-errone' },
    })
    expect(demandes).toMatchObject([{ type: 'ouvrirCpx', dernierEssai: true }])
    expect(code).toEqual(Buffer.alloc(4))
  })

  it('carte partie entre le code et la preuve : changée', async () => {
    const { client, receive } = canal(() => {
      receive({ etat: 'absente', refus: 'cpx/absente' })
      return RIEN
    })
    expect(await client.ouvrir({ presence: 4, code: Buffer.from('1234') })).toEqual({
      ok: false,
      error: { code: 'cpx/changee' },
    })
  })

  it('module cartes tombé : la carte est dite absente et chaque demande refusée', async () => {
    const cote = createCpxClient(() => true)
    const vus: EtatCpx[] = []
    cote.client.watch((etat) => vus.push(etat))
    cote.receive(PRESENTE)
    const signature = cote.client.signer(4, new Uint8Array(32), 'signature')
    cote.fall()
    const refus = { ok: false, error: { code: 'cartes/module-arrete' } }
    expect(await signature).toEqual(refus)
    expect(vus).toEqual([PRESENTE, { etat: 'absente', refus: 'cartes/module-arrete' }])
    const arrete = createCpxClient(() => false)
    expect(await arrete.client.fermer(4)).toEqual(refus)
  })

  it('fermer n’attend aucune signature', async () => {
    const { client } = canal(() => RIEN)
    expect(await client.fermer(4)).toEqual({ ok: true, value: undefined })
  })
})
