/**
 * How a browser page reaches the workstation on 127.0.0.1.
 * 1. The page is opened as `http://127.0.0.1:port/#ticket`; the fragment never leaves the browser.
 * 2. The page sends `POST /ticket` with the ticket as plain text body and receives the session token as plain text.
 *    A ticket is good once and for fifteen seconds; any other answer than 200 means that the guichet must be launched anew.
 * 3. The page opens `ws://127.0.0.1:port/appels` offering two subprotocols, `LOOPBACK_SUBPROTOCOL` and the token.
 *    The workstation selects the first and never repeats the second. A browser cannot set another header on a WebSocket,
 *    and a cookie would be shared by every port of the machine.
 * 4. Each WebSocket message is one message of the RPC protocol, text or binary.
 */
export const LOOPBACK_SUBPROTOCOL = 'guichet-ins.1'

export const LOOPBACK_TICKET_PATH = '/ticket'

export const LOOPBACK_CALLS_PATH = '/appels'
