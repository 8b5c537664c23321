import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { PKCS12 } from '#services/insi/pkcs12.fixture.ts'
import { createPki } from '#simulators/insi/pki.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from '#simulators/insi/server.ts'
import { sortieDe } from './sortie-insi.ts'

const ZOE = ['--nom', 'Adrun', '--prenom', 'Zoé', '--sexe', 'f', '--date', '1975-12-31']

let dossier: string
let insi: SimulateurInsi
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-insi-'))
  const pki = await createPki({ maintenant: new Date(), finess: ETABLISSEMENT_FICTIF.finess })
  insi = await startInsi({
    maintenant: new Date(),
    pki: { ...pki, intermediaire: pki.intermediaire + PKCS12.certificat },
  })
  writeFileSync(join(dossier, 'ca.pem'), pki.racine)
  writeFileSync(join(dossier, 'insi.p12'), PKCS12.pfx)
})
afterAll(async () => {
  await insi.stop()
  rmSync(dossier, { recursive: true })
})

const ACCES = () => ({
  GUICHET_INSI_URL: insi.url,
  GUICHET_INSI_CA: join(dossier, 'ca.pem'),
  GUICHET_INSI_PFX: join(dossier, 'insi.p12'),
  GUICHET_INSI_PFX_PASSPHRASE: 'motdepasse',
  GUICHET_INSI_IDAM: ETABLISSEMENT_FICTIF.idam,
  GUICHET_INSI_EMETTEUR: ETABLISSEMENT_FICTIF.emetteur,
})

/** Runs the command as a person does, the simulator going on meanwhile. */
async function poste(args: readonly string[], { env = ACCES() } = {}) {
  const programme = join(import.meta.dirname, 'poste.ts')
  const enfant = spawn(process.execPath, [programme, 'insi', ...args], {
    env: { GUICHET_DONNEES: dossier, ...env },
  })
  const fin = once(enfant, 'close') as Promise<[number]>
  const [sortie, erreurs, [status]] = await Promise.all([text(enfant.stdout), text(enfant.stderr), fin])
  const refus = erreurs.split('\n').flatMap((ligne) => (ligne ? [JSON.parse(ligne) as object] : []))
  return { status, json: sortie === '' ? null : (JSON.parse(sortie) as unknown), refus }
}

const journal = () => readFileSync(join(dossier, 'journal-commandes.jsonl'), 'utf8')

describe('poste insi chercher, un appel délibéré depuis la ligne de commande', () => {
  it('une identité : sortie 0, la réponse à l’octet près, la simulation marquée, le journal sans identité', async () => {
    const { status, json, refus } = await poste(['chercher', ...ZOE])
    expect({ status, json, refus }).toEqual({
      status: 0,
      refus: [],
      json: {
        codeCR: '00',
        matricule: '2751263220749',
        cle: '74',
        oid: '1.2.250.1.213.1.4.8',
        traits: {
          nomNaissance: 'ADRUN',
          prenomsNaissance: 'ZOE',
          sexe: 'F',
          dateNaissance: '1975-12-31',
          lieuNaissance: '63220',
        },
        historique: [],
        avertissements: [],
        messageId: expect.stringMatching(/^uuid:/) as string,
        environnement: 'simulation',
      },
    })
    expect(journal()).toMatch(/"agent":"systeme\/.*"insi-commandee".*"motif":"recherche"/)
    expect(journal()).toContain('"issue":"00"')
    expect(journal()).not.toMatch(/ADRUN|ZOE|1975|2751263220749|motdepasse/)
  })

  it('plusieurs identités : sortie 11 ; une panne : sortie 20, une phrase, ce que l’informatique doit savoir', async () => {
    const paul = ['--nom', 'LEGRANDIN', '--prenom', 'PAUL', '--sexe', 'M', '--date', '14/07/1968']
    expect(await poste(['chercher', ...paul])).toMatchObject({
      status: 11,
      json: { codeCR: '02' },
      refus: [],
    })
    await insi.setMode({ nom: 'erreur', argument: 'siram_40' })
    const { status, json, refus } = await poste(['chercher', ...ZOE])
    await insi.setMode({ nom: 'normal', argument: '' })
    expect({ status, json, refus }).toMatchObject({
      status: 20,
      json: null,
      refus: [{ code: 'insi/indisponible', details: { siram: 'siram_40' } }],
    })
    expect(JSON.stringify(refus)).not.toMatch(/ADRUN|1975|motdepasse/)
  })

  it('hors de ce poste et sans décision d’homologation, refusé comme au guichet (OR-13)', async () => {
    const env = { ...ACCES(), GUICHET_INSI_URL: 'https://services-ps-tlsm.invalid/lps' }
    expect(await poste(['chercher', ...ZOE], { env })).toMatchObject({
      status: 27,
      json: null,
      refus: [{ code: 'insi/homologation' }],
    })
  })

  it('un secret en argument est refusé avec la commande', async () =>
    expect(await poste(['chercher', ...ZOE, '--phrase', 'secrete'])).toMatchObject({
      status: 2,
      refus: [{ code: 'commande/inconnue' }],
    }))
})

describe('poste insi test, le chemin jusqu’à INSi', () => {
  it('tout va : sortie 0, un rapport en JSON, une phrase par étape, l’appel d’essai au journal', async () => {
    const { status, json } = await poste(['test'])
    const { etapes } = json as { etapes: readonly { etape: string; etat: string; phrase: string }[] }
    expect(status).toBe(0)
    expect(etapes.map(({ etape, etat }) => `${etape} ${etat}`)).toEqual([
      'configuration reussie',
      'certificat reussie',
      'mandataire non-faite',
      'dns reussie',
      'tcp reussie',
      'tls reussie',
      'hote non-faite',
      'appel reussie',
      'idam reussie',
    ])
    expect(etapes.every(({ phrase }) => phrase.endsWith('.'))).toBe(true)
    expect(JSON.stringify(json)).not.toMatch(/ADRUN|ZOE|1975|2751263220749|motdepasse/)
    expect(journal()).toContain('"motif":"essai"')
  })

  it.each([
    ['reseau/dns', 22],
    ['reseau/certificat-phrase', 23],
    ['insi/inspection-tls', 24],
    ['insi/configuration', 26],
  ] as const)('une étape échouée par %s donne la sortie %i', (code, sortie) =>
    expect(sortieDe(code)).toBe(sortie),
  )
})
