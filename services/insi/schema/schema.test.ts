import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import type { DemandeVitale } from '#domain/insi/demande-vitale.ts'
import type { ConfigInsi } from '../config.ts'
import { composeEnvelope, composeMessage, type Message } from '../envelope.ts'
import { operationVitale } from '../operation.ts'
import { verifierDemande } from '../verifier-demande.ts'
import { officielle, openOfficiel, openXsd } from './open-xsd.fixture.ts'

const CONFIG: ConfigInsi = {
  environnement: 'simulation',
  url: 'https://127.0.0.1:1/lps',
  autorites: '-----BEGIN CERTIFICATE-----',
  certificat: { forme: 'pem', certificat: '', cle: '' },
  idam: 'TESTSGIE0000',
  emetteur: '10B0152872',
  instance: '0b819c7c-f7b4-4e4b-a220-18430a2c0ef7',
  nomLogiciel: 'guichet-ins',
  versionLogiciel: '0.1.0',
}

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }

const DEMANDES: readonly (readonly [cas: string, demande: DemandeInsi])[] = [
  ['quatre traits', ZOE],
  ['avec lieu', { ...ZOE, lieuNaissance: '63220' }],
  ['lieu corse', { ...ZOE, lieuNaissance: '2B020' }],
  ['apostrophes', { ...ZOE, nomNaissance: "D'ARTAGNAN DE L'HERAULT", prenom: "N'GOLO" }],
  ["traits d'union", { ...ZOE, nomNaissance: 'MARTIN--DUPONT', prenom: 'PIERRE-ALAIN' }],
  ['tous les prénoms', { ...ZOE, prenom: 'PIERRE PAUL JACQUES' }],
  ['date lunaire', { ...ZOE, dateNaissance: '1975-00-00' }],
]

const VITALE: DemandeVitale = {
  nirAssure: '1810163220751',
  nirIndividuel: null,
  nomNaissance: "D'AEION",
  dateNaissance: '1981-01-01',
  rang: 1,
}

const VITALES: readonly (readonly [cas: string, demande: DemandeVitale])[] = [
  ['numéro de l’ouvrant droit seul', VITALE],
  ['numéro individuel corse', { ...VITALE, nirIndividuel: '160012B020777' }],
  ['sans nom, date lunaire, jumeau', { ...VITALE, nomNaissance: null, dateNaissance: '1981-13-00', rang: 2 }],
]

describe('Schéma du projet : ce que le poste envoie', () => {
  const validate = openXsd(new URL('enveloppe.xsd', import.meta.url))
  it.each(DEMANDES)('valide : %s', (_cas, demande) => expect(validate(enveloppe(demande))).toEqual([]))

  it.each([
    ['minuscules', 'ADRUN', 'adrun'],
    ['élément absent', '<Sexe>F</Sexe>', ''],
    ['date française', '1975-12-31', '31/12/1975'],
    ['sexe indéterminé', '<Sexe>F</Sexe>', '<Sexe>I</Sexe>'],
    ['COUVERTURE absente', '<ctxbam:COUVERTURE></ctxbam:COUVERTURE>', ''],
    ['IDAM sans R=4', ' R="4"', ''],
    ['MessageID sans préfixe', '>uuid:', '>'],
    ['heure locale', '.714Z', '.714+01:00'],
  ])('refuse : %s', (_cas, avant, apres) => {
    const message = enveloppe(ZOE)
    expect(message).toContain(avant)
    expect(validate(message.replaceAll(avant, apres)).length).toBeGreaterThan(0)
  })

  it.each(VITALES)('valide : carte Vitale, %s', (_cas, demande) =>
    expect(validate(enveloppeVitale(demande))).toEqual([]),
  )

  it.each([
    ['numéro avec sa clé', '1810163220751<', '181016322075140<'],
    ['ouvrant droit absent', /<MatriculeOD>.*<\/MatriculeOD>/, ''],
    ['rang absent du contexte', /<ctxbam:Rang>.*<\/ctxbam:Rang>/, ''],
  ])('refuse : carte Vitale, %s', (_cas, avant, apres) =>
    expect(validate(enveloppeVitale(VITALE).replace(avant, apres)).length).toBeGreaterThan(0),
  )

  it("toute demande acceptée par le client est valide, et rien d'autre ne part", () => {
    const mots = fc.array(fc.stringMatching(/^[A-Z]{1,4}$/), { minLength: 1, maxLength: 3 })
    const separateur = fc.constantFrom(' ', '-', "'", '--', "' ", "-'", ' -', '.')
    const trait = fc.tuple(mots, separateur).map(([suite, entre]) => suite.join(entre))
    fc.assert(
      fc.property(trait, trait, (nomNaissance, prenom) => {
        const demande = { ...ZOE, nomNaissance, prenom }
        fc.pre(verifierDemande(demande).ok)
        expect(validate(enveloppe(demande))).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

if (!officielle)
  process.stderr.write(
    'XSD officiels INSi absents : validation croisée sautée (indiquez GUICHET_REFERENCE).\n',
  )

describe.skipIf(!officielle)('XSD officiels INSi 1.5.0', () => {
  const xsd = openOfficiel
  const partie = (message: string, nom: string): string =>
    new RegExp(`<(${nom})[ >].*</\\1>`, 's').exec(message)?.[0] ?? ''
  it.each(DEMANDES)('valide : %s', (_cas, demande) => {
    const message = enveloppe(demande)
    expect({
      corps: xsd('ServiceIdentiteCertifiee/INSi_RECSANS_INS.xsd')(partie(message, 'RECSANSVITALE')),
      bam: xsd('CTX/ROOT_ctxbam_CTXBAM_V01_02.xsd')(partie(message, 'ctxbam:ContexteBAM')),
      lps: xsd('CTX/ROOT_ctxlps_CTXLPS_V01_00.xsd')(partie(message, 'ctxlps:ContexteLPS')),
    }).toEqual({ corps: [], bam: [], lps: [] })
  })

  it.each(VITALES)('valide : carte Vitale, %s', (_cas, demande) => {
    const message = enveloppeVitale(demande)
    expect({
      corps: xsd('ServiceIdentiteCertifiee/INSi_RECVITALE_INS.xsd')(partie(message, 'RECVITALE')),
      bam: xsd('CTX/ROOT_ctxbam_CTXBAM_V01_02.xsd')(partie(message, 'ctxbam:ContexteBAM')),
    }).toEqual({ corps: [], bam: [] })
  })

  it('refuse un contexte sans COUVERTURE, donc la validation a bien lieu', () => {
    const bam = partie(enveloppe(ZOE), 'ctxbam:ContexteBAM').replace(
      '<ctxbam:COUVERTURE></ctxbam:COUVERTURE>',
      '',
    )
    expect(xsd('CTX/ROOT_ctxbam_CTXBAM_V01_02.xsd')(bam).length).toBeGreaterThan(0)
  })
})

const enveloppe = (demande: DemandeInsi): string => composeEnvelope(demande, message(), CONFIG)

const enveloppeVitale = (demande: DemandeVitale): string =>
  composeMessage(operationVitale(demande), message(), CONFIG)

function message(): Message {
  const horodatage = { id: '5b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac', temps: '2026-11-22T07:14:08.714Z' }
  const messageId = 'uuid:852e1f95-fec8-456b-be1a-2a7f73f1ad64'
  return { messageId, bam: horodatage, lps: horodatage, securite: '' }
}
