import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import type { EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { echec, succes } from '#domain/result.ts'
import { refuser } from '#domain/refus/refus.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { cpsCard } from '#simulators/cards/cpx/cps-card.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { SCARD } from '../../pcsc/scard-codes.ts'
import { scriptedDriver, type ScriptedDriver } from '../../pcsc/scripted-driver.ts'
import { openStation, type CardStation } from '../../pcsc/station.ts'
import { CKO } from '../../pkcs11/cryptoki.ts'
import { scriptedCryptoki, type ScriptedCryptoki } from '../../pkcs11/scripted-cryptoki.ts'
import { recognise } from '../recognise.ts'
import { createCryptolib } from './cryptolib.ts'
import { followCpx, type BureauCpx } from './follow-cpx.ts'

const CPS3 = '3BAC00402A001225006480000310009000'
const CPS4 = '3B9B188001001225006480040100009044'
const SANS_CONTACT = '3B8F80010031B86404B0ECC1739401808290000E'
const VIDE = { etat: 0x10 }
/** A card in, its insertion counted in the high word. */
const carte = (atr: string, compte = 1) => ({ etat: (compte << 16) | 0x120, atr })

const autorite = await createAutoriteCpx(new Date())
const CLAIRE = await objetsDe('cps')
const HELENE = await objetsDe('cpe')

async function objetsDe(nom: string) {
  const porteur = CARTES_CPX[nom]
  if (!porteur) throw new Error(nom)
  const { signature, authentification } = await autorite.issue(porteur)
  return [
    { classe: CKO.CERTIFICATE, id: Uint8Array.of(1), der: signature.certificat },
    { classe: CKO.CERTIFICATE, id: Uint8Array.of(2), der: authentification.certificat },
    { classe: CKO.PRIVATE_KEY, id: Uint8Array.of(1), der: signature.cle },
    { classe: CKO.PRIVATE_KEY, id: Uint8Array.of(2), der: authentification.cle },
  ]
}

interface Banc {
  readonly driver: ScriptedDriver
  readonly ck: ScriptedCryptoki
  readonly bureau: BureauCpx
  readonly vus: EtatCpx[]
  readonly figees: () => number
  until(vrai: (etat: EtatCpx) => boolean): Promise<EtatCpx>
}

let station: CardStation | null = null
afterEach(async () => {
  await station?.stop()
  station = null
})

function ouvrir(options: { delaiMs?: number; absente?: boolean } = {}): Banc {
  const puce = cpsCard('2609990001')
  const driver = scriptedDriver({ lecteurs: { CPS: VIDE }, apdu: (commande) => puce.apdu(commande) })
  station = openStation({ driver, recognise })
  const ck = scriptedCryptoki()
  const vus: EtatCpx[] = []
  let figees = 0
  const bureau = followCpx({
    station,
    cryptolib: createCryptolib(() =>
      options.absente === true ? echec(refuser('cpx/bibliotheque-absente')) : succes(ck),
    ),
    publish: (etat) => vus.push(etat),
    onHung: () => void (figees += 1),
    ...(options.delaiMs !== undefined && { delaiMs: options.delaiMs }),
  })
  const until = async (vrai: (etat: EtatCpx) => boolean): Promise<EtatCpx> => {
    for (let tour = 0; tour < 500; tour += 1) {
      const dernier = vus.at(-1)
      if (dernier && vrai(dernier)) return dernier
      await sleep(10)
    }
    throw new Error(`jamais atteint : ${JSON.stringify(vus.map(({ etat }) => etat))}`)
  }
  return { driver, ck, bureau, vus, figees: () => figees, until }
}

const est = (etat: EtatCpx['etat']) => (vu: EtatCpx) => vu.etat === etat
const code = (texte: string) => ({ code: Buffer.from(texte), dernierEssai: false })

async function inseree(options: { delaiMs?: number } = {}): Promise<Banc> {
  const banc = ouvrir(options)
  banc.ck.insert(CLAIRE)
  banc.driver.plug({ CPS: carte(CPS3) })
  await banc.until(est('presente'))
  return banc
}

describe('CPx suivie d’un bout à l’autre', () => {
  it('absente, en lecture, puis nommée sans code', async () => {
    const banc = ouvrir()
    await banc.until(est('absente'))
    banc.ck.insert(CLAIRE)
    banc.driver.plug({ CPS: carte(CPS3) })
    await banc.until(est('presente'))
    expect(banc.vus).toMatchObject([
      { etat: 'absente', refus: 'cpx/absente' },
      { etat: 'lecture', lecteur: 'CPS', presence: 1 },
      { etat: 'presente', presence: 1, porteur: { nom: 'MORELIN' }, code: 'disponible', ouverte: false },
    ])
    expect(banc.ck.codes).toEqual([])
  })

  it('le code ouvre, la signature suit, la fermeture l’oublie', async () => {
    const banc = await inseree()
    expect(await banc.bureau.unlock(1, code('1234'))).toEqual({ ok: true, value: undefined })
    expect(banc.vus.at(-1)).toMatchObject({ etat: 'presente', ouverte: true })
    expect((await banc.bureau.sign(1, new Uint8Array(32), 'signature')).ok).toBe(true)
    await banc.bureau.lock(1)
    expect(banc.vus.at(-1)).toMatchObject({ etat: 'presente', ouverte: false })
    expect(await banc.bureau.sign(1, new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/code-requis' },
    })
  })

  it('code erroné : l’état du code est dit, la carte reste fermée, rien n’est représenté', async () => {
    const banc = await inseree()
    expect(await banc.bureau.unlock(1, code('4321'))).toEqual({
      ok: false,
      error: { code: 'cpx/code-errone' },
    })
    expect(banc.vus.at(-1)).toMatchObject({ code: 'essai-manque', ouverte: false })
    await sleep(100)
    expect(banc.ck.codes).toEqual(['4321'])
  })

  it('retrait : « absente » aussitôt, les sessions refermées, plus rien ne se signe', async () => {
    const banc = await inseree()
    await banc.bureau.unlock(1, code('1234'))
    banc.ck.remove()
    banc.driver.plug({ CPS: VIDE })
    const depart = performance.now()
    await banc.until(est('absente'))
    expect(performance.now() - depart).toBeLessThan(500)
    await sleep(20)
    expect(banc.ck.appels.at(-1)).toBe('closeSessions')
    expect(await banc.bureau.sign(1, new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/absente' },
    })
  })

  it('carte échangée : la première n’ouvre plus rien, la seconde est nommée', async () => {
    const banc = await inseree()
    await banc.bureau.unlock(1, code('1234'))
    banc.ck.insert(HELENE)
    banc.driver.plug({ CPS: carte(CPS3, 3) })
    await banc.until((vu) => vu.etat === 'presente' && vu.presence === 2)
    expect(banc.vus.at(-1)).toMatchObject({ porteur: { nom: "D'ESTREVAL" }, ouverte: false })
    expect(await banc.bureau.sign(1, new Uint8Array(32), 'signature')).toEqual({
      ok: false,
      error: { code: 'cpx/changee' },
    })
    expect(await banc.bureau.unlock(1, code('1234'))).toEqual({ ok: false, error: { code: 'cpx/changee' } })
  })

  it('la carte d’un collègue dans l’autre lecteur ne ferme pas la première', async () => {
    const banc = await inseree()
    await banc.bureau.unlock(1, code('1234'))
    banc.driver.plug({ CPS: carte(CPS3), Vitale: carte(CPS3) })
    await sleep(100)
    expect(banc.vus.at(-1)).toMatchObject({ etat: 'presente', lecteur: 'CPS', ouverte: true })
    banc.ck.insert(HELENE)
    banc.driver.plug({ CPS: VIDE, Vitale: carte(CPS3) })
    await banc.until((vu) => vu.etat === 'presente' && vu.lecteur === 'Vitale')
  })

  it('retirée pendant la présentation du code : « retirée » sans attendre la bibliothèque', async () => {
    const banc = await inseree()
    const lenteur = Promise.withResolvers<void>()
    banc.ck.hold('login', lenteur.promise)
    const ouverture = banc.bureau.unlock(1, code('1234'))
    await sleep(20)
    banc.ck.remove()
    banc.driver.plug({ CPS: VIDE })
    expect(await ouverture).toEqual({ ok: false, error: { code: 'cpx/retiree' } })
    lenteur.resolve()
    await sleep(20)
    expect(banc.vus.at(-1)).toEqual({ etat: 'absente', refus: 'cpx/absente' })
  })

  it('bibliothèque qui ne revient pas : refus au bout du délai, et le module doit finir', async () => {
    const banc = await inseree({ delaiMs: 150 })
    banc.ck.hold('login', new Promise(() => undefined))
    expect(await banc.bureau.unlock(1, code('1234'))).toEqual({ ok: false, error: { code: 'cpx/delai' } })
    expect(banc.figees()).toBe(1)
  })
})

describe('CPx, service de cartes et Cryptolib', () => {
  it('service perdu puis revenu : la bibliothèque est initialisée de nouveau avant de lire', async () => {
    const banc = await inseree()
    banc.driver.break('statusChange', SCARD.SERVICE_STOPPED)
    banc.driver.break('establish', SCARD.NO_SERVICE)
    expect(await banc.until(est('absente'))).toEqual({ etat: 'absente', refus: 'cartes/service-arrete' })
    banc.driver.break('statusChange', null)
    banc.driver.break('establish', null)
    await banc.until(est('presente'))
    const vie = banc.ck.appels.filter((appel) => appel === 'initialize' || appel === 'finalize')
    expect(vie).toEqual(['initialize', 'finalize', 'initialize'])
  })

  it('la bibliothèque voit la carte un instant après PC/SC : elle est relue, sans rien dire', async () => {
    const banc = ouvrir()
    await banc.until(est('absente'))
    banc.driver.plug({ CPS: carte(CPS3) })
    await banc.until(est('lecture'))
    await sleep(50)
    banc.ck.insert(CLAIRE)
    await banc.until(est('presente'))
    expect(banc.vus.map(({ etat }) => etat)).toEqual(['absente', 'lecture', 'presente'])
  })

  it.each([
    ['CPS3', 'cpx/non-reconnue', CPS3],
    ['CPS4', 'cpx/bibliotheque-ancienne', CPS4],
  ])('%s que la bibliothèque ne reconnaît jamais : refus %s', async (_carte, refus, atr) => {
    const banc = ouvrir()
    banc.driver.plug({ CPS: carte(atr) })
    expect(await banc.until(est('refusee'))).toEqual({ etat: 'refusee', lecteur: 'CPS', presence: 1, refus })
  })

  it('ATR d’une CPS3 sans son application : refusée avant toute bibliothèque', async () => {
    const driver = scriptedDriver({
      lecteurs: { CPS: carte(CPS3) },
      apdu: () => Uint8Array.of(0x6a, 0x82),
    })
    station = openStation({ driver, recognise })
    const vus: EtatCpx[] = []
    followCpx({
      station,
      cryptolib: createCryptolib(() => {
        throw new Error('library opened')
      }),
      publish: (etat) => vus.push(etat),
      onHung: () => undefined,
    })
    await sleep(200)
    expect(vus.at(-1)).toMatchObject({ etat: 'refusee', refus: 'cpx/non-reconnue' })
  })

  it('Cryptolib absente : la carte est refusée avec sa phrase, le reste continue', async () => {
    const banc = ouvrir({ absente: true })
    banc.driver.plug({ CPS: carte(CPS3) })
    expect(await banc.until(est('refusee'))).toMatchObject({ refus: 'cpx/bibliotheque-absente' })
  })

  it.each([
    ['deux CPx', { CPS: carte(CPS3), Vitale: carte(CPS4) }, 'cpx/plusieurs'],
    ['posée sans contact', { CPS: carte(SANS_CONTACT) }, 'cpx/sans-contact'],
    ['une carte muette', { CPS: { etat: (1 << 16) | 0x220 } }, 'cartes/muette'],
    ['une Vitale seule', { CPS: carte('3B7513000047 09EA9000'.replace(' ', '')) }, 'cpx/absente'],
    ['aucun lecteur', {}, 'cartes/aucun-lecteur'],
  ])('%s : la raison est dite', async (_cas, lecteurs, refus) => {
    const banc = ouvrir()
    await banc.until(est('absente'))
    banc.driver.plug(lecteurs)
    expect(await banc.until((vu) => vu.etat === 'absente' && vu.refus === refus)).toEqual({
      etat: 'absente',
      refus,
    })
  })
})
