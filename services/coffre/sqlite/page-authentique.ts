import { createHmac, pbkdf2Sync, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** Layout of a SQLCipher 4 page: 4096 bytes ending with a 16-byte IV and its HMAC-SHA512. Source: SQLCipher design. */
const PAGE = 4096
const SEL = 16
const HMAC = 64

/**
 * Tells whether this raw key sealed any page of the file. SQLite answers « not a database » both to a wrong key and to
 * a damaged first page; one authentic page elsewhere proves that the key is right and the file damaged. The salt is the
 * exception: without its sixteen bytes, which open the file, no key can be proved right.
 */
export function cleReconnue(file: string, key: Uint8Array): boolean {
  const descripteur = openSync(file, 'r')
  try {
    const page = Buffer.alloc(PAGE)
    const pages = Math.floor(fstatSync(descripteur).size / PAGE)
    let sceau: Buffer | null = null
    for (let numero = 1; numero <= pages; numero++) {
      readSync(descripteur, page, 0, PAGE, (numero - 1) * PAGE)
      sceau ??= cleDeSceau(key, page.subarray(0, SEL))
      if (estScellee(page, numero, sceau)) return true
    }
    return false
  } finally {
    closeSync(descripteur)
  }
}

/** The HMAC key: two rounds of PBKDF2-SHA512 over the raw key, with the salt of the file masked by 0x3a. */
const cleDeSceau = (key: Uint8Array, sel: Uint8Array): Buffer =>
  pbkdf2Sync(
    key,
    sel.map((octet) => octet ^ 0x3a),
    2,
    32,
    'sha512',
  )

function estScellee(page: Buffer, numero: number, sceau: Buffer): boolean {
  const rang = Buffer.alloc(4)
  rang.writeUInt32LE(numero)
  const attendu = createHmac('sha512', sceau)
    .update(page.subarray(numero === 1 ? SEL : 0, PAGE - HMAC))
    .update(rang)
    .digest()
  return timingSafeEqual(attendu, page.subarray(PAGE - HMAC))
}
