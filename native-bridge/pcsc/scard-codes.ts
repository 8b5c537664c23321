import type { CodeRefus } from '#domain/refus/refus.ts'

/** Numeric outcome of a PC/SC call, as winscard.h and pcsclite.h publish it; 0 is success. */
export type CodeScard = number

/** Codes the station itself decides upon; every other one only matters through its refusal. */
export const SCARD = {
  SUCCESS: 0,
  CANCELLED: 0x80100002,
  INVALID_HANDLE: 0x80100003,
  UNKNOWN_READER: 0x80100009,
  TIMEOUT: 0x8010000a,
  SHARING_VIOLATION: 0x8010000b,
  NO_SERVICE: 0x8010001d,
  SERVICE_STOPPED: 0x8010001e,
  NO_READERS: 0x8010002e,
  COMM_DATA_LOST: 0x8010002f,
  RESET_CARD: 0x80100068,
} as const

/** What each code means for the agent. Sources: pcsclite.h, winscard.h, winerror.h; the starred ones were seen on a real pcscd. */
export const REFUS_PAR_CODE: ReadonlyMap<CodeScard, CodeRefus> = new Map<CodeScard, CodeRefus>([
  [0x80100001, 'cartes/anomalie'], // F_INTERNAL_ERROR
  [SCARD.CANCELLED, 'cartes/annulee'], // *
  [SCARD.INVALID_HANDLE, 'cartes/service-arrete'], // * a context outlives its service as an invalid handle
  [0x80100006, 'cartes/anomalie'], // NO_MEMORY
  [0x80100008, 'cartes/contenu-illisible'], // INSUFFICIENT_BUFFER: an answer longer than any APDU
  [SCARD.UNKNOWN_READER, 'cartes/lecteur-debranche'], // *
  [SCARD.TIMEOUT, 'cartes/delai'],
  [SCARD.SHARING_VIOLATION, 'cartes/occupee'], // *
  [0x8010000c, 'cartes/absente'], // * NO_SMARTCARD
  [0x8010000d, 'cartes/non-reconnue'], // UNKNOWN_CARD
  [0x8010000f, 'cartes/non-reconnue'], // PROTO_MISMATCH: neither T=0 nor T=1
  [0x80100010, 'cartes/occupee'], // NOT_READY
  [0x80100012, 'cartes/annulee'], // SYSTEM_CANCELLED: session closing
  [0x80100013, 'cartes/service-arrete'], // * COMM_ERROR with the service
  [0x80100014, 'cartes/anomalie'], // F_UNKNOWN_ERROR
  [0x80100016, 'cartes/retiree'], // * NOT_TRANSACTED: the card left during a command
  [0x80100017, 'cartes/lecteur-debranche'], // READER_UNAVAILABLE
  [SCARD.NO_SERVICE, 'cartes/service-arrete'], // *
  [SCARD.SERVICE_STOPPED, 'cartes/service-arrete'],
  [SCARD.NO_READERS, 'cartes/aucun-lecteur'], // *
  [SCARD.COMM_DATA_LOST, 'cartes/retiree'], // what Windows says of a card pulled during a command
  [0x80100065, 'cartes/muette'], // UNSUPPORTED_CARD: its ATR cannot be honoured
  [0x80100066, 'cartes/muette'], // UNRESPONSIVE_CARD
  [0x80100067, 'cartes/muette'], // * UNPOWERED_CARD
  [SCARD.RESET_CARD, 'cartes/reinitialisee'], // *
  [0x80100069, 'cartes/retiree'], // * REMOVED_CARD
  [0x06, 'cartes/service-arrete'], // ERROR_INVALID_HANDLE: remote session disconnected
  [0x16, 'cartes/lecteur-debranche'], // ERROR_BAD_COMMAND: USB reader pulled
  [0x1f, 'cartes/retiree'], // ERROR_GEN_FAILURE: card pulled, some Windows drivers
  [0x6d, 'cartes/service-arrete'], // ERROR_BROKEN_PIPE: remote session without card redirection
  [0x048f, 'cartes/lecteur-debranche'], // ERROR_DEVICE_NOT_CONNECTED
])

/**
 * The refusal shown for a failed PC/SC call. Since Windows 8 the service stops with its last reader, so there
 * "no service" means "no reader" (Microsoft, What's New in Smart Cards).
 */
export function codeRefusDe(code: CodeScard, systeme: NodeJS.Platform): CodeRefus {
  const sansService = code === SCARD.NO_SERVICE || code === SCARD.SERVICE_STOPPED
  if (sansService && systeme === 'win32') return 'cartes/aucun-lecteur'
  return REFUS_PAR_CODE.get(code) ?? 'cartes/anomalie'
}
