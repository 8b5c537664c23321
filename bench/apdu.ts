import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import koffi, { type LibraryHandle } from 'koffi'
import { succes } from '#domain/result.ts'
import { readBinary, selectApplication, selectFile } from '#native-bridge/apdu/commands.ts'
import { exchange } from '#native-bridge/apdu/exchange.ts'
import { AID_VITALE, FID_POINTERS } from '#native-bridge/cards/vitale/files.ts'
import { recognise } from '#native-bridge/cards/recognise.ts'
import { openPcscDriver } from '#native-bridge/pcsc/koffi-driver.ts'
import { openStation } from '#native-bridge/pcsc/station.ts'
import { startSimulateurCartes } from '#simulators/cards/simulateur-cartes.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

const LECTEUR = 'Lecteur Vitale 00 00'
const SERIES = 20
const COMMANDES = 100
const BUT = 1.3

/** What a command to a card costs through the desk's layer, against the same command through koffi alone, series by series. */
export async function mesurerApdu(): Promise<Mesure> {
  const dossier = await mkdtemp(join(tmpdir(), 'bench-apdu-'))
  const simulateur = await startSimulateurCartes(dossier, { regardMs: 20 })
  if (!simulateur.ok) throw new Error(simulateur.error)
  const driver = openPcscDriver()
  if (!driver.ok) throw new Error(driver.error.code)
  const station = openStation({ driver: driver.value, recognise })
  try {
    await simulateur.value.order('inserer B')
    await new Promise<void>((resolve) => {
      station.watch(({ lecteurs }) => lecteurs[0]?.carte === 'vitale2' && resolve())
    })
    const [couche, brute]: [number[], number[]] = [[], []]
    for (let serie = 0; serie < SERIES; serie += 1) {
      couche.push((await parLaCouche(station)) / COMMANDES)
      brute.push((await parKoffi()) / COMMANDES)
    }
    const [valeur, reference] = [mediane(couche), mediane(brute)]
    return {
      nom: 'commande à la carte par la couche du poste',
      valeur,
      reference,
      but: `au plus ${BUT} fois la liaison koffi nue`,
      atteint: valeur <= BUT * reference,
      detail: `${SERIES} séries de ${COMMANDES} READ BINARY en alternance`,
    }
  } finally {
    await station.stop()
    await simulateur.value.stop()
    await rm(dossier, { recursive: true })
  }
}

/** Milliseconds of a series of readings inside one transaction, connection left out. */
async function parLaCouche(station: ReturnType<typeof openStation>): Promise<number> {
  const lue = await station.withCard(LECTEUR, async (card) => {
    await exchange(card, selectApplication(AID_VITALE))
    await exchange(card, selectFile(FID_POINTERS))
    return succes(
      await chronometrer(async () => {
        for (let n = 0; n < COMMANDES; n += 1) await exchange(card, readBinary(0))
      }),
    )
  })
  if (!lue.ok) throw new Error(lue.error.code)
  return lue.value
}

/** The same series with nothing between koffi and the service but a promise. */
async function parKoffi(): Promise<number> {
  const { establish, connect, transmit, disconnect, release } = lier()
  const [contexte, carte, protocole] = [[0], [0], [0]]
  await establish(2, null, null, contexte)
  await connect(contexte[0], LECTEUR, 2, 3, carte, protocole)
  const envoyer = async (hexa: string): Promise<Buffer> => {
    const commande = Buffer.from(hexa, 'hex')
    const [reponse, longueur] = [Buffer.alloc(258), [258]]
    await transmit(
      carte[0],
      { dwProtocol: 1, cbPciLength: 16 },
      commande,
      commande.length,
      null,
      reponse,
      longueur,
    )
    return reponse.subarray(0, longueur[0])
  }
  await envoyer('00A404000BD250000002564954414C45')
  await envoyer('00A40200022001')
  const duree = await chronometrer(async () => {
    for (let n = 0; n < COMMANDES; n += 1) {
      const lu = await envoyer('00B0000000')
      // The length the card gives, as T=0 asks for it.
      if (lu[0] === 0x6c) await envoyer(`00B00000${lu.subarray(1, 2).toString('hex')}`)
    }
  })
  await disconnect(carte[0], 0)
  await release(contexte[0])
  return duree
}

let liee: ReturnType<typeof lierUneFois> | null = null
const lier = () => (liee ??= lierUneFois())

function lierUneFois() {
  const pcsc = koffi.load('libpcsclite.so.1')
  const entete = koffi.struct({ dwProtocol: 'ulong', cbPciLength: 'ulong' })
  const [sortie, entreeSortie] = [koffi.out(koffi.pointer('long')), koffi.inout(koffi.pointer('ulong'))]
  const [libre, long, nombre] = ['void *', 'long', 'ulong'] as const
  const protocole = koffi.out(koffi.pointer(nombre))
  return {
    establish: promesse(pcsc.func('SCardEstablishContext', long, [nombre, libre, libre, sortie])),
    connect: promesse(pcsc.func('SCardConnect', long, [long, 'str', nombre, nombre, sortie, protocole])),
    transmit: promesse(
      pcsc.func('SCardTransmit', long, [
        long,
        koffi.pointer(entete),
        libre,
        nombre,
        libre,
        libre,
        entreeSortie,
      ]),
    ),
    disconnect: promesse(pcsc.func('SCardDisconnect', long, [long, nombre])),
    release: promesse(pcsc.func('SCardReleaseContext', long, [long])),
  }
}

const promesse =
  (native: ReturnType<LibraryHandle['func']>) =>
  (...args: readonly unknown[]): Promise<unknown> =>
    new Promise((resolve, reject) => {
      native.async(...args, (erreur: Error | null, code: unknown) =>
        erreur ? reject(erreur) : resolve(code),
      )
    })
