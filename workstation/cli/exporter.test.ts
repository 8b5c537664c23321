import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import { exporter } from './exporter.ts'

const QUALIFIEE = {
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
  nomUtilise: null,
  prenomUtilise: null,
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
  insi: { date: '2026-11-22' },
  piece: { type: 'CN', date: '2026-11-22' },
  attributs: [],
}
const NUMEROS = /279035121518989|1\.2\.250\.1\.213/

let dossier: string
beforeAll(() => {
  vi.useFakeTimers({ now: new Date('2026-11-25T10:00:00'), toFake: ['Date'] })
  dossier = mkdtempSync(join(tmpdir(), 'guichet-exporter-'))
  vi.stubEnv('GUICHET_DONNEES', dossier)
})
afterEach(() => rmSync(join(dossier, 'configuration.json'), { force: true }))
afterAll(() => {
  vi.unstubAllEnvs()
  vi.useRealTimers()
  rmSync(dossier, { recursive: true })
})

function ecrire(nom: string, contenu: object | string): string {
  const chemin = join(dossier, nom)
  writeFileSync(chemin, typeof contenu === 'string' ? contenu : JSON.stringify(contenu))
  return chemin
}
const configurer = (echanges: object) =>
  ecrire('configuration.json', {
    poste: 'ACCUEIL-01',
    environnement: 'simulation',
    insi: null,
    imprimante: null,
    echanges,
  })
const exporterDe = (identite: object, ...args: string[]) =>
  exporter.executer(['--identite', ecrire('identite.json', identite), ...args])

describe('DMN INS 45 : poste exporter', () => {
  it('le message PAM ou le Patient FR Core, matricule compris pour une identité qualifiée', async () => {
    const pam = await exporterDe(QUALIFIEE, '--format', 'hl7', '--ipp', '000003')
    expect(pam.texte.split('\r').map((segment) => segment.slice(0, 3))).toEqual([
      'MSH',
      'EVN',
      'PID',
      'PD1',
      'PV1',
      'ZFD',
      '',
    ])
    expect(pam.texte).toMatch(/\|20261125100000\|\|ADT\^A28\^ADT_A05\|[0-9a-f]{20}\|P\|/)
    expect(pam.texte).toContain('|000003^^^ETABLISSEMENT^PI~279035121518989^^^ASIP-SANTE-INS-NIR&')
    const fhir = await exporterDe(QUALIFIEE, '--format', 'fhir')
    expect(JSON.parse(fhir.texte)).toMatchObject({
      resourceType: 'Patient',
      identifier: [{ system: 'urn:oid:1.2.250.1.213.1.4.10', value: '279035121518989' }],
    })
  })

  it.each(['hl7', 'fhir'])(
    'EXI ID 29 : en %s, une identité récupérée sort sans matricule ni OID, et sans erreur',
    async (format) => {
      const sortie = await exporterDe({ ...QUALIFIEE, piece: null }, '--format', format)
      expect(sortie.refus).toEqual([])
      expect(sortie.texte).toContain('PAT-TROIS')
      expect(sortie.texte).not.toMatch(NUMEROS)
    },
  )

  it('la configuration du poste coupe la diffusion du matricule ; illisible, rien ne sort', async () => {
    configurer({ diffusionMatricule: false })
    const coupee = await exporterDe(QUALIFIEE, '--format', 'hl7')
    expect(coupee.texte).toMatch(/\|T\|2\.5\^FRA\^2\.11\|/)
    expect(coupee.texte).not.toMatch(NUMEROS)
    configurer({ diffusion: true })
    expect(await exporterDe(QUALIFIEE, '--format', 'hl7')).toEqual({
      texte: '',
      refus: [{ code: 'configuration/illisible' }],
    })
  })

  it('une adresse se lit dans un fichier, jamais sur la ligne de commande', async () => {
    const adresse = { voie: '1 RUE X', ville: 'PARIS', codePostal: '75007', pays: 'FRA' }
    const sortie = await exporterDe(
      QUALIFIEE,
      '--format',
      'hl7',
      '--adresse',
      ecrire('adresse.json', adresse),
    )
    expect(sortie.texte).toContain('1 RUE X^^PARIS^^75007^FRA^H~')
  })

  it.each([
    ['aucun format', [], 'echange/format'],
    ['un événement inconnu', ['--format', 'hl7', '--evenement', 'A40'], 'echange/evenement'],
    ['un matricule pour IPP', ['--format', 'hl7', '--ipp', '279035121518989'], 'echange/ipp'],
    ['une adresse absente', ['--format', 'hl7', '--adresse', '/absente.json'], 'commande/fichier'],
    ['une adresse mal formée', ['--format', 'hl7', '--adresse', 'ADRESSE'], 'echange/adresse'],
  ])('%s : refus, rien ne sort', async (_cas, args, code) => {
    const mauvaise = ecrire('mauvaise.json', '{')
    const sortie = await exporterDe(QUALIFIEE, ...args.map((arg) => (arg === 'ADRESSE' ? mauvaise : arg)))
    expect([sortie.texte, sortie.refus.map((refus) => refus.code)]).toEqual(['', [code]])
  })
})
