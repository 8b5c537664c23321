import { describe, expect, it } from 'vitest'
import { refusReseau, type Parcours } from './tls-failure.ts'

const panne = (code: string, message = code): Error => Object.assign(new Error(message), { code })

const DEBUT: Parcours = { securise: false, reconnu: false, reutilise: false }

describe('INSi, pannes du réseau et de TLS', () => {
  it.each([
    'SELF_SIGNED_CERT_IN_CHAIN',
    'DEPTH_ZERO_SELF_SIGNED_CERT',
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'CERT_HAS_EXPIRED',
    'CERT_NOT_YET_VALID',
    'CERT_SIGNATURE_FAILURE',
    'CERT_REVOKED',
    'INVALID_CA',
    'INVALID_PURPOSE',
    'HOSTNAME_MISMATCH',
    'ERR_TLS_CERT_ALTNAME_INVALID',
  ])('le serveur n’est pas reconnu : %s', (code) => {
    expect(refusReseau(panne(code), DEBUT)).toEqual({ code: 'insi/serveur-non-reconnu' })
  })

  it.each([
    ['ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', 116],
    ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', 48],
    ['ERR_SSL_SSLV3_ALERT_BAD_CERTIFICATE', 42],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_REVOKED', 44],
    ['ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED', 45],
    ['EPROTO', 40],
  ])('notre certificat est refusé : %s, alerte %i', (code, alerte) => {
    const erreur = panne(code, `error:0A000410:SSL routines::alert:SSL alert number ${alerte}`)
    expect(refusReseau(erreur, DEBUT)).toEqual({ code: 'insi/certificat-refuse' })
  })

  it.each([
    ['ECONNREFUSED', DEBUT],
    ['ENOTFOUND', DEBUT],
    ['EHOSTUNREACH', DEBUT],
    ['ETIMEDOUT', DEBUT],
    ['ECONNRESET', DEBUT],
    ['EPROTO', DEBUT],
    ['ERR_SSL_TLSV1_ALERT_INTERNAL_ERROR', DEBUT],
  ])('INSi est injoignable : %s', (code, parcours) => {
    expect(refusReseau(panne(code), parcours)).toEqual({ code: 'insi/injoignable' })
  })

  it.each<[string, Partial<Parcours>, string]>([
    ['après la poignée de main, sans ticket', { securise: true }, 'insi/certificat-refuse'],
    ['après le ticket de session', { securise: true, reconnu: true }, 'insi/injoignable'],
    ['sur une connexion gardée', { reutilise: true }, 'insi/injoignable'],
  ])('coupure muette %s', (_cas, etape, code) => {
    expect(refusReseau(panne('ECONNRESET'), { ...DEBUT, ...etape })).toEqual({ code })
  })
})
