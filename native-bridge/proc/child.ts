import { openPcscDriver } from '../pcsc/koffi-driver.ts'
import { openStation } from '../pcsc/station.ts'
import { recognise } from '../cards/recognise.ts'
import type { Nouvelle } from './messages.ts'
import { serveCartes } from './serve-cartes.ts'

/**
 * Entry point of the card process. Arguments: where presence numbers start, the heartbeat in milliseconds, and a PC/SC library
 * when it is not the system's.
 */
const [, , presenceInitiale = '0', battementMs = '1000', bibliotheque] = process.argv

const send = (nouvelle: Nouvelle): void => {
  // A message that cannot leave means that the desk is gone; `disconnect` follows.
  process.send?.(nouvelle, () => undefined)
}

// The desk is gone, even by a crash: a card process alone would hold readers for nobody. Exiting would wait for the native call
// under way, which may hang for ever; the card service frees what a dead process held.
process.once('disconnect', () => process.kill(process.pid, 'SIGKILL'))

const driver = openPcscDriver(bibliotheque === undefined ? {} : { bibliotheque })
const station = driver.ok
  ? openStation({ driver: driver.value, recognise, presenceInitiale: Number(presenceInitiale) })
  : null
const answer = serveCartes(station, send)
process.on('message', answer)
setInterval(() => send({ type: 'battement' }), Number(battementMs))
