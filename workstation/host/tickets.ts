import { randomBytes, timingSafeEqual } from 'node:crypto'

const SECRET_BYTES = 32
const TICKET_LIFE_MS = 15_000

/** Single-use tickets, exchanged for tokens kept in memory as long as the host lives. */
export interface Tickets {
  readonly issue: () => string
  /** The token for a ticket that is known, unused and less than fifteen seconds old, else null. */
  readonly redeem: (ticket: string) => string | null
  readonly isToken: (token: string) => boolean
}

export interface TicketSources {
  /** Milliseconds of any clock that never goes back. */
  readonly now: () => number
  readonly draw: (bytes: number) => Buffer
}

const realSources: TicketSources = { now: () => performance.now(), draw: randomBytes }

export function createTickets({ now, draw }: TicketSources = realSources): Tickets {
  let tickets: { readonly value: string; readonly expires: number }[] = []
  const tokens: string[] = []
  const secret = (): string => draw(SECRET_BYTES).toString('base64url')

  return {
    issue: () => {
      const value = secret()
      tickets.push({ value, expires: now() + TICKET_LIFE_MS })
      return value
    },
    redeem: (ticket) => {
      tickets = tickets.filter(({ expires }) => now() < expires)
      const known = tickets.find(({ value }) => same(value, ticket))
      if (known === undefined) return null
      tickets = tickets.filter((other) => other !== known)
      const token = secret()
      tokens.push(token)
      return token
    },
    isToken: (token) => tokens.some((known) => same(known, token)),
  }
}

/** Equality in constant time for equal lengths; the length of a secret is no secret. */
function same(known: string, given: string): boolean {
  const [a, b] = [Buffer.from(known), Buffer.from(given)]
  return a.length === b.length && timingSafeEqual(a, b)
}
