import { describe, expect, it } from 'vitest'
import type { CodeRefus } from '#domain/refus/refus.ts'
import { readAnswer } from './read-answer.ts'

const SOAP = 'http://www.w3.org/2003/05/soap-envelope'

interface Parties {
  readonly p?: string
  readonly siram?: string
  readonly erreur?: string
  readonly motif?: string
  readonly statut?: number
}

const ERREUR =
  '<x:Erreur xmlns:x="urn:siram" code="insi_102" severite="fatal" messageID="uuid:1">technique</x:Erreur>'
const MOTIF = 'Le service est temporairement inaccessible.'

function lire({ p = 'soap', siram = 'q:siram_40', erreur = ERREUR, motif = MOTIF, statut = 500 }: Parties) {
  const xml =
    `<${p}:Envelope xmlns:${p}="${SOAP}"><${p}:Body><${p}:Fault><${p}:Code><${p}:Value>${p}:Receiver</${p}:Value>` +
    `<${p}:Subcode><${p}:Value>${siram}</${p}:Value></${p}:Subcode></${p}:Code>` +
    `<${p}:Reason><${p}:Text xml:lang="en">${motif}</${p}:Text></${p}:Reason>` +
    `<${p}:Detail>${erreur}</${p}:Detail></${p}:Fault></${p}:Body></${p}:Envelope>`
  const { resultat, details } = readAnswer({
    statut,
    contentType: 'application/soap+xml; charset=utf-8',
    corps: Buffer.from(xml),
  })
  return { code: resultat.ok ? null : resultat.error.code, details }
}

const INSI_102 = { siram: 'siram_40', code: 'insi_102', severite: 'fatale', motif: MOTIF }

describe('INSi, erreurs du service', () => {
  it.each<[string, Parties]>([
    ['forme actuelle', {}],
    ['forme d’avant 2026, préfixe S', { p: 'S' }],
    ['sans préfixe au sous-code', { siram: 'siram_40' }],
    ['sous HTTP 200', { statut: 200 }],
    [
      'sévérité hors de la liste du schéma, les deux écritures',
      { erreur: ERREUR.replace('fatal', 'fatale') },
    ],
  ])('comprises : %s', (_cas, parties) => {
    expect(lire(parties)).toEqual({ code: 'insi/indisponible', details: INSI_102 })
  })

  it.each<[string, string, CodeRefus]>([
    ['siram_100', 'desir_550', 'insi/progiciel-non-autorise'],
    ['siram_100', 'desir_999', 'insi/progiciel-non-autorise'],
    ['siram_7', 'desir_560', 'insi/droits-insuffisants'],
    ['siram_40', 'insi_101', 'insi/indisponible'],
    ['siram_40', 'insi_102', 'insi/indisponible'],
    ['siram_40', 'desir_1020', 'insi/indisponible'],
    ['siram_40', 'insi_999', 'insi/indisponible'],
    ['siram_12', 'insi_999', 'insi/anomalie'],
    ['constructor', 'toString', 'insi/anomalie'],
    ['__proto__', '__proto__', 'insi/anomalie'],
  ])('%s / %s : %s', (siram, code, refus) => {
    expect(lire({ siram, erreur: ERREUR.replace('insi_102', code) }).code).toBe(refus)
  })

  it.each<[string, Parties, object]>([
    ['détail absent', { erreur: '' }, { ...INSI_102, code: null, severite: null }],
    ['sous-code illisible', { siram: '<b/>' }, { ...INSI_102, siram: null }],
    ['code trop long', { erreur: ERREUR.replace('insi_102', 'x'.repeat(41)) }, { ...INSI_102, code: null }],
    ['motif absent', { motif: '' }, { ...INSI_102, motif: null }],
    ['motif portant un matricule', { motif: 'Refus 2 75 12 63 220 749' }, { ...INSI_102, motif: null }],
  ])('les détails ne gardent que ce qui est technique : %s', (_cas, parties, details) => {
    expect(lire(parties).details).toEqual(details)
  })
})
