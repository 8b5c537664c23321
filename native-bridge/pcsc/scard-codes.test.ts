import { describe, expect, it } from 'vitest'
import { phrases, type CodeRefus } from '#domain/refus/refus.ts'
import { codeRefusDe, REFUS_PAR_CODE } from './scard-codes.ts'
import { scriptedDriver } from './scripted-driver.ts'
import { openStation } from './station.ts'

/** Name and value of each code as published by pcsclite.h, winscard.h and winerror.h, and what the agent must read. */
const ATTENDUS: readonly (readonly [nom: string, code: number, refus: CodeRefus])[] = [
  ['SCARD_F_INTERNAL_ERROR', 0x80100001, 'cartes/anomalie'],
  ['SCARD_E_CANCELLED', 0x80100002, 'cartes/annulee'],
  ['SCARD_E_INVALID_HANDLE', 0x80100003, 'cartes/service-arrete'],
  ['SCARD_E_NO_MEMORY', 0x80100006, 'cartes/anomalie'],
  ['SCARD_E_INSUFFICIENT_BUFFER', 0x80100008, 'cartes/contenu-illisible'],
  ['SCARD_E_UNKNOWN_READER', 0x80100009, 'cartes/lecteur-debranche'],
  ['SCARD_E_TIMEOUT', 0x8010000a, 'cartes/delai'],
  ['SCARD_E_SHARING_VIOLATION', 0x8010000b, 'cartes/occupee'],
  ['SCARD_E_NO_SMARTCARD', 0x8010000c, 'cartes/absente'],
  ['SCARD_E_UNKNOWN_CARD', 0x8010000d, 'cartes/non-reconnue'],
  ['SCARD_E_PROTO_MISMATCH', 0x8010000f, 'cartes/non-reconnue'],
  ['SCARD_E_NOT_READY', 0x80100010, 'cartes/occupee'],
  ['SCARD_E_SYSTEM_CANCELLED', 0x80100012, 'cartes/annulee'],
  ['SCARD_F_COMM_ERROR', 0x80100013, 'cartes/service-arrete'],
  ['SCARD_F_UNKNOWN_ERROR', 0x80100014, 'cartes/anomalie'],
  ['SCARD_E_NOT_TRANSACTED', 0x80100016, 'cartes/retiree'],
  ['SCARD_E_READER_UNAVAILABLE', 0x80100017, 'cartes/lecteur-debranche'],
  ['SCARD_E_NO_SERVICE', 0x8010001d, 'cartes/service-arrete'],
  ['SCARD_E_SERVICE_STOPPED', 0x8010001e, 'cartes/service-arrete'],
  ['SCARD_E_NO_READERS_AVAILABLE', 0x8010002e, 'cartes/aucun-lecteur'],
  ['SCARD_E_COMM_DATA_LOST', 0x8010002f, 'cartes/retiree'],
  ['SCARD_W_UNSUPPORTED_CARD', 0x80100065, 'cartes/muette'],
  ['SCARD_W_UNRESPONSIVE_CARD', 0x80100066, 'cartes/muette'],
  ['SCARD_W_UNPOWERED_CARD', 0x80100067, 'cartes/muette'],
  ['SCARD_W_RESET_CARD', 0x80100068, 'cartes/reinitialisee'],
  ['SCARD_W_REMOVED_CARD', 0x80100069, 'cartes/retiree'],
  ['ERROR_INVALID_HANDLE', 0x06, 'cartes/service-arrete'],
  ['ERROR_BAD_COMMAND', 0x16, 'cartes/lecteur-debranche'],
  ['ERROR_GEN_FAILURE', 0x1f, 'cartes/retiree'],
  ['ERROR_BROKEN_PIPE', 0x6d, 'cartes/service-arrete'],
  ['ERROR_DEVICE_NOT_CONNECTED', 0x048f, 'cartes/lecteur-debranche'],
]

describe('chaque code PC/SC a un refus, et un seul', () => {
  it('la table attendue couvre toute la table', () => {
    expect(ATTENDUS.map(([, code]) => code)).toEqual([...REFUS_PAR_CODE.keys()])
  })

  it.each(ATTENDUS)('%s pendant une commande devient un refus nommé', async (_nom, code, refus) => {
    const driver = scriptedDriver()
    driver.break('transmit', code)
    const station = openStation({ driver, recognise: () => 'vitale2' })
    const lu = await station.withCard('Lecteur', async (card) => card.transmit(Uint8Array.of(0)))
    await station.stop()
    expect(lu).toEqual({ ok: false, error: { code: refus, champ: 'Lecteur' } })
    expect(driver.ouverts()).toBe(0)
  })

  it.each(ATTENDUS)('%s : la phrase existe', (_nom, _code, refus) => {
    expect(phrases[refus]).toMatch(/\.$/)
  })

  it.each([
    [0x8010001d, 'cartes/aucun-lecteur'],
    [0x8010001e, 'cartes/aucun-lecteur'],
    [0x80100069, 'cartes/retiree'],
  ])('sous Windows le service s’arrête avec le dernier lecteur : %i devient %s', (code, refus) => {
    expect(codeRefusDe(code, 'win32')).toBe(refus)
  })

  it('un code inconnu reste un refus', () => {
    expect(codeRefusDe(0x8010ffff, 'linux')).toBe('cartes/anomalie')
  })
})
