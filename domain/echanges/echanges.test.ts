import fc from 'fast-check'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { lireFichierIdentite } from '../identite/fichier-identite.ts'
import { statutIdentite, type Identite } from '../identite/identite.ts'
import { TYPES_PIECE } from '../identite/piece.ts'
import { patientFrCore, type ContexteFhir } from './fhir/patient.ts'
import { messagePam, type ContextePam } from './hl7/message-pam.ts'
import { ECHANGES_PAR_DEFAUT } from './reglages-echanges.ts'

const AUJOURDHUI = '2026-11-22'
const MATRICULE = '279035121518989'
const OID = '1.2.250.1.213.1.4.10'

const FICHIER = {
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
  nomUtilise: 'DUPONT',
  prenomUtilise: 'DOMINIQUE',
  matricule: MATRICULE,
  oid: OID,
  insi: { date: AUJOURDHUI },
  piece: { type: 'CN', date: AUJOURDHUI, expiration: '2031-04-15' },
  attributs: [],
}
const SANS_INSI = { matricule: null, oid: null, insi: null }

function identite(changements: object = {}): Identite {
  const lue = lireFichierIdentite({ ...FICHIER, ...changements }, AUJOURDHUI)
  if (!lue.ok) throw new Error(JSON.stringify(lue.error))
  return lue.value
}

const REGLAGES = {
  diffusionMatricule: true,
  emetteur: { application: 'POSTE-ADMISSION', etablissement: 'CHU-X' },
  destinataire: { application: 'EAI', etablissement: 'CHU-X' },
  autoriteIpp: { nom: 'CHU-X', identifiant: '000897406', type: 'N', uri: 'https://chu-x.example/ipp' },
}

const PAM: ContextePam = {
  reglages: REGLAGES,
  evenement: 'A28',
  idMessage: 'ADM0000001',
  horodatage: '20261122090500',
  traitement: 'P',
  ipp: '000003',
  adresse: { voie: '28 AVENUE DE BRETEUIL', ville: 'PARIS', codePostal: '75007', pays: 'FRA' },
}
const FHIR: ContexteFhir = { reglages: REGLAGES, ipp: null, adresse: null }
const MUETS = { ...REGLAGES, diffusionMatricule: false }

const exemple = (nom: string): string =>
  readFileSync(new URL(`../../assets/echanges/${nom}`, import.meta.url), 'utf8')

/** The segments of a message, each cut into fields under their number. */
const segments = (message: string) =>
  Object.fromEntries(message.split('\r').map((ligne) => [ligne.slice(0, 3), ligne.split('|')]))

const pid = (changements: object, contexte: Partial<ContextePam> = {}) => {
  const lu = segments(messagePam(identite(changements), { ...PAM, ...contexte }))
  return { ins: lu['PID']?.[3], statut: lu['PID']?.[32], zfd: lu['ZFD']?.join('|') }
}

describe('DMN INS 45 : message IHE PAM FR 2.11 d’une identité', () => {
  it('qualifiée : octet pour octet l’exemple de référence', () =>
    expect(messagePam(identite(), PAM)).toBe(exemple('identite-qualifiee.hl7').replaceAll('\n', '\r')))

  it('sans nom utilisé, sans adresse ni IPP : les répétitions absentes ne laissent rien', () => {
    const seul = { ...PAM, ipp: null, adresse: null, evenement: 'A31' as const }
    const lu = segments(messagePam(identite({ nomUtilise: null, prenomUtilise: null }), seul))
    expect([lu['MSH']?.[8], lu['PID']?.[3], lu['PID']?.[5], lu['PID']?.[11]]).toEqual([
      'ADT^A31^ADT_A05',
      `${MATRICULE}^^^ASIP-SANTE-INS-NIR&${OID}&ISO^INS^^20261122`,
      'PAT-TROIS^DOMINIQUE^DOMINIQUE MARIE-LOUISE^^^^L',
      '^^^^^^BDL^^63220',
    ])
  })

  it.each([
    ['le nom seul', { prenomUtilise: null }, 'DUPONT^^^^^^D'],
    ['le prénom seul', { nomUtilise: null }, '^DOMINIQUE^^^^^D'],
  ])('EXI PP 17 : %s utilisé n’est jamais complété par le trait de naissance', (_cas, changements, attendu) =>
    expect(segments(messagePam(identite(changements), PAM))['PID']?.[5]).toBe(
      `PAT-TROIS^DOMINIQUE^DOMINIQUE MARIE-LOUISE^^^^L~${attendu}`,
    ),
  )

  const IPP = '000003^^^CHU-X&000897406&N^PI'
  const INSI = 'ZFD||||N|INSI|20261122'
  it.each([
    ['récupérée : PROV, sans matricule', { piece: null }, { ins: IPP, statut: 'PROV', zfd: INSI }],
    [
      'validée : VALI, sans matricule',
      SANS_INSI,
      { ins: IPP, statut: 'VALI', zfd: 'ZFD|||||SM||CN|20310415' },
    ],
    ['provisoire', { ...SANS_INSI, piece: null }, { ins: IPP, statut: 'PROV', zfd: 'ZFD|||||SM' }],
    [
      'un document qui ne prouve rien ne justifie rien',
      { ...SANS_INSI, piece: { type: 'PC', date: AUJOURDHUI } },
      { ins: IPP, statut: 'PROV', zfd: 'ZFD|||||SM' },
    ],
    [
      'douteuse et homonyme (EXI SI 09) : ni INSi, ni document',
      { ...SANS_INSI, attributs: ['douteux', 'homonyme'] },
      { ins: IPP, statut: 'PROV~DOUT~HOMA', zfd: 'ZFD|||||SM' },
    ],
    [
      'fictive',
      { ...SANS_INSI, piece: null, attributs: ['fictif'] },
      { ins: IPP, statut: 'PROV~FICT', zfd: 'ZFD|||||SM' },
    ],
  ])('%s', (_cas, changements, attendu) => expect(pid(changements)).toEqual(attendu))

  it('diffusion du matricule coupée : une identité qualifiée part VALI, sans matricule', () =>
    expect(pid({}, { reglages: MUETS })).toEqual({
      ins: IPP,
      statut: 'VALI',
      zfd: 'ZFD||||N|INSI|20261122|CN|20310415',
    }))

  it('sexe indéterminé : U', () =>
    expect(segments(messagePam(identite({ ...SANS_INSI, sexe: 'I' }), PAM))['PID']?.[8]).toBe('U'))

  it('aucun signe d’une adresse ne coupe un champ ni un segment', () => {
    const adresse = { voie: '1|2^3&4~5\\6\r7', ville: 'É', codePostal: '75007', pays: 'FRA' }
    expect(segments(messagePam(identite(), { ...PAM, adresse }))['PID']?.[11]).toBe(
      '1\\F\\2\\S\\3\\T\\4\\R\\5\\E\\6\\X0D\\7^^É^^75007^FRA^H~^^^^^^BDL^^63220',
    )
  })
})

describe('DMN INS 45 : ressource Patient FR Core d’une identité', () => {
  it('qualifiée : l’exemple de référence, champ pour champ', () =>
    expect(JSON.stringify(patientFrCore(identite({ nomUtilise: null, prenomUtilise: null }), FHIR))).toBe(
      JSON.stringify(JSON.parse(exemple('patient-qualifie.fhir.json'))),
    ))

  it.each([
    ['1.2.250.1.213.1.4.8', 'official', 'INS-NIR'],
    ['1.2.250.1.213.1.4.9', 'temp', 'INS-NIA'],
    ['1.2.250.1.213.1.4.11', 'official', 'INS-NIR-DEMO'],
  ])('l’OID %s dit la nature du matricule', (oid, use, code) =>
    expect(patientFrCore(identite({ oid }), FHIR).identifier).toMatchObject([
      { use, type: { coding: [{ code }] }, system: `urn:oid:${oid}` },
    ]),
  )

  it('IPP, adresse, nom utilisé', () =>
    expect(
      patientFrCore(identite(SANS_INSI), { ...FHIR, ipp: '000003', adresse: PAM.adresse }),
    ).toMatchObject({
      meta: { profile: ['https://hl7.fr/ig/fhir/core/StructureDefinition/fr-core-patient'] },
      identifier: [{ use: 'usual', system: 'https://chu-x.example/ipp', value: '000003' }],
      name: [{ use: 'official' }, { use: 'usual', family: 'DUPONT', given: ['DOMINIQUE'] }],
      address: [
        { use: 'home', line: ['28 AVENUE DE BRETEUIL'], city: 'PARIS', postalCode: '75007', country: 'FRA' },
      ],
    }))

  it('une autorité sans adresse, un nom utilisé à demi recueilli : rien n’est inventé', () => {
    const contexte = { ...FHIR, reglages: ECHANGES_PAR_DEFAUT, ipp: '7' }
    const [nom, prenom] = [{ prenomUtilise: null }, { nomUtilise: null }].map((changements) =>
      patientFrCore(identite({ ...SANS_INSI, ...changements }), contexte),
    )
    expect(nom?.identifier?.[0]).not.toHaveProperty('system')
    expect([nom?.name[1], prenom?.name[1]]).toEqual([
      { use: 'usual', family: 'DUPONT' },
      { use: 'usual', given: ['DOMINIQUE'] },
    ])
  })

  it('douteuse : PROV, l’attribut en commentaire, sans date ni mode de validation', () =>
    expect(
      patientFrCore(identite({ ...SANS_INSI, attributs: ['douteux'] }), FHIR).extension[1]?.extension,
    ).toEqual([
      coding('methodCollection', 'fr-core-cs-method-collection', 'SM'),
      coding('identityStatus', 'fr-core-cs-identity-status', 'PROV'),
      {
        url: 'comment',
        valueCodeableConcept: {
          coding: [
            {
              system: 'https://hl7.fr/ig/fhir/core/CodeSystem/fr-core-cs-identity-status-comment',
              code: 'DOUT',
            },
          ],
        },
      },
    ]))

  it.each([
    ['récupérée', { piece: null }, REGLAGES, 'RECUP'],
    ['validée', SANS_INSI, REGLAGES, 'VALI'],
    ['qualifiée, diffusion du matricule coupée', {}, MUETS, 'VALI'],
  ])('%s : aucun identifiant', (_cas, changements, reglages, code) => {
    const patient = patientFrCore(identite(changements), { ...FHIR, reglages })
    expect(patient).not.toHaveProperty('identifier')
    expect(patient.extension[1]?.extension?.[1]?.valueCoding?.code).toBe(code)
  })
})

const coding = (url: string, nomenclature: string, code: string) => ({
  url,
  valueCoding: { system: `https://hl7.fr/ig/fhir/core/CodeSystem/${nomenclature}`, code },
})

/** Every identity, lawful or not: facts that contradict the attributes included. */
const quelconque = fc
  .record({
    insi: fc.boolean(),
    piece: fc.option(
      fc.record({
        type: fc.constantFrom('??', ...TYPES_PIECE.map(({ code }) => code)),
        probante: fc.boolean(),
        aValider: fc.boolean(),
      }),
    ),
    attributs: fc.subarray(['homonyme' as const, 'douteux' as const, 'fictif' as const]),
    diffusionMatricule: fc.boolean(),
    ipp: fc.option(fc.constantFrom('000003', 'IPP-7')),
  })
  .map(({ insi, piece, attributs, diffusionMatricule, ipp }) => {
    const { insi: fait } = identite()
    const vue = piece && {
      type: piece.type,
      date: AUJOURDHUI,
      probante: piece.probante,
      ...(piece.aValider ? { aValider: true as const } : {}),
    }
    const reglages = { ...REGLAGES, diffusionMatricule }
    return { une: { ...identite(), insi: insi ? fait : null, piece: vue, attributs }, reglages, ipp }
  })

describe('EXI SI 08, EXI ID 29 : matricule et OID ne sortent que qualifiés, ensemble', () => {
  it('aucune identité non qualifiée ne laisse voir son matricule ou son OID', () =>
    fc.assert(
      fc.property(quelconque, ({ une, reglages, ipp }) => {
        const sorties = [
          messagePam(une, { ...PAM, reglages, ipp }),
          JSON.stringify(patientFrCore(une, { ...FHIR, reglages, ipp })),
        ]
        const attendu = reglages.diffusionMatricule && statutIdentite(une) === 'qualifiee'
        for (const sortie of sorties)
          expect([sortie.includes(MATRICULE), sortie.includes(OID)]).toEqual([attendu, attendu])
      }),
    ))
})
