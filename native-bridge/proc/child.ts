import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import { createCryptolib } from '../cards/cpx/cryptolib.ts'
import { findCryptolib } from '../cards/cpx/find-cryptolib.ts'
import { followCpx } from '../cards/cpx/follow-cpx.ts'
import { recognise } from '../cards/recognise.ts'
import { createFournisseurApilec } from '../cards/vitale/apilec/fournisseur-apilec.ts'
import { fournisseurApdu } from '../cards/vitale/fournisseur-apdu.ts'
import { openPcscDriver } from '../pcsc/koffi-driver.ts'
import { openStation } from '../pcsc/station.ts'
import type { PcscDriver } from '../pcsc/pcsc-driver.ts'
import { openCryptoki } from '../pkcs11/koffi-cryptoki.ts'
import { inventory } from './inventory.ts'
import type { Nouvelle } from './messages.ts'
import { serveCartes, type Materiel } from './serve-cartes.ts'
import type { ReglagesModule } from './reglages-module.ts'

/** Entry point of the card process; its settings are its only argument, in JSON. */
const { presenceInitiale, battementMs, pcsc, cryptolib, apilec } = JSON.parse(
  process.argv[2] ?? '',
) as ReglagesModule

const send = (nouvelle: Nouvelle): void => {
  // A message that cannot leave means that the desk is gone; `disconnect` follows.
  process.send?.(nouvelle, () => undefined)
}

// Exiting would wait for the native call under way, which may hang for ever; the card service frees what a dead process held.
const die = (): void => void process.kill(process.pid, 'SIGKILL')

// The desk is gone, even by a crash: a card process alone would hold readers for nobody.
process.once('disconnect', die)

const driver = openPcscDriver(pcsc === undefined ? {} : { bibliotheque: pcsc })
const bibliothequeCpx = (): string | null => cryptolib ?? findCryptolib()
const materiel = driver.ok ? equip(driver.value) : null
const answer = serveCartes(
  materiel,
  () =>
    inventory({
      pcsc: pcsc ?? null,
      cpx: materiel?.cpx ?? null,
      cryptolib: bibliothequeCpx(),
      apilec: apilec?.bibliotheque ?? null,
    }),
  send,
)
process.on('message', answer)
setInterval(() => send({ type: 'battement' }), battementMs)

function equip(pilote: PcscDriver): Materiel {
  const station = openStation({ driver: pilote, recognise, presenceInitiale })
  const cpx = followCpx({
    station,
    cryptolib: createCryptolib(() => {
      const chemin = bibliothequeCpx()
      return chemin === null ? echec(refuser('cpx/bibliotheque-absente')) : openCryptoki(chemin)
    }),
    publish: (etat) => send({ type: 'cpx', etat }),
    onHung: die,
  })
  const vitale = apilec === undefined ? fournisseurApdu : createFournisseurApilec({ ...apilec, onHung: die })
  return { station, vitale, cpx }
}
