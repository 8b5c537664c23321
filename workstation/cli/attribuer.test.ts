import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { echec } from '#domain/result.ts'
import { refuser } from '#domain/refus/refus.ts'
import { preparerDemonstration } from '#services/comptes/compte-demonstration.ts'
import { ouvrirSession } from '#services/comptes/ouvrir-session.ts'
import { cleHomologationDe, ecrireHomologationScellee } from '#services/insi/homologation-scellee.ts'
import { attribuer } from './attribuer.ts'
import type { ReglagesCommande } from './reglages-commande.ts'

const MOT_DE_PASSE = 'demonstration'

let dossier: string
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-attribuer-'))
  const cree = await preparerDemonstration({
    coffre: join(dossier, 'coffre.db'),
    comptes: join(dossier, 'comptes.json'),
    aleatoire: randomBytes,
  })
  if (!cree.ok) throw new Error(cree.error.code)
})
afterAll(() => rmSync(dossier, { recursive: true }))

const reglages = (environnement: ReglagesCommande['environnement']): ReglagesCommande => ({
  dossier,
  poste: 'ACCUEIL-01',
  environnement,
  insi: echec(refuser('insi/configuration')),
  hotesInsi: [],
  organisation: {
    organisation: organisationDuModele(1),
    guichet: { site: null, secteur: null, typeAdmission: null },
  },
  connexion: null,
  dispense: environnement === 'simulation' ? 'simulation' : null,
  now: () => new Date(),
})

/** In whose name, or the code of the refusal. */
async function auNomDe(
  agent: string | undefined,
  motDePasse = MOT_DE_PASSE,
  environnement = 'recette' as const,
) {
  const terminal = { entree: Readable.from([motDePasse]), sortie: new Writable() }
  const dit = await attribuer(
    reglages(environnement),
    { identifiant: agent, droit: 'appeler-insi' },
    terminal,
  )
  return dit.ok ? dit.value : dit.error.code
}

async function homologuer(): Promise<void> {
  const session = await ouvrirSession(join(dossier, 'comptes.json'), 'demo', MOT_DE_PASSE)
  if (!session.ok) throw new Error(session.error.code)
  const decision = { reference: 'SSI-12', date: '2026-01-12', signataire: 'RSSI', document: 'decision.pdf' }
  const tenue = { ...decision, par: 'informatique', le: '2026-01-12T09:00:00.000Z' }
  ecrireHomologationScellee(join(dossier, 'homologation.json'), tenue, cleHomologationDe(session.value.cle))
}

describe('Au nom de qui une commande appelle INSi (OR-13)', () => {
  it('en simulation, de l’utilisateur du système, ou d’un compte', async () => {
    expect(
      await attribuer(reglages('simulation'), { identifiant: undefined, droit: 'appeler-insi' }),
    ).toMatchObject({
      value: expect.stringMatching(/^systeme\/[\w.@-]+$/) as string,
    })
  })

  it('ailleurs, de personne tant que la décision d’homologation manque ou n’est pas d’un administrateur', async () => {
    expect(await auNomDe(undefined)).toBe('insi/homologation')
    expect(await auNomDe('demo')).toBe('insi/homologation')
    writeFileSync(join(dossier, 'homologation.json'), '{}')
    expect(await auNomDe('demo')).toBe('insi/homologation')
  })

  it('puis d’un compte, avec son mot de passe et son droit', async () => {
    await homologuer()
    expect(await auNomDe(undefined)).toBe('insi/agent-requis')
    expect(await auNomDe('demo', 'autre')).toBe('session/identifiants')
    expect(await auNomDe('informatique')).toMatch(/^droits\/appeler-insi\//)
    expect(await auNomDe('demo')).toBe('demo')
  })
})
