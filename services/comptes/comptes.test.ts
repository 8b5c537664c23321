import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openCoffre } from '../coffre/sqlite/open-coffre.ts'
import { COMPTE_DEMONSTRATION, preparerDemonstration } from './compte-demonstration.ts'
import { ajouterCompte, creerCoffreEtCompte, type Installation } from './creer-comptes.ts'
import { CLAIRE, DENIS, installationEssai } from './installation-essai.ts'
import { ouvrirSession } from './ouvrir-session.ts'

let dossier: string
let poste: Installation
let creer: () => Promise<Uint8Array>
let detruire: () => void
beforeEach(() => {
  ;({ dossier, poste, creer, detruire } = installationEssai())
})
afterEach(() => detruire())

const refus = (code: string, champ?: string) => ({
  ok: false,
  error: champ === undefined ? { code } : { code, champ },
})

async function ouvreLeCoffre(key: Uint8Array): Promise<boolean> {
  const ouvert = await openCoffre({ file: poste.coffre, key })
  if (ouvert.ok) await ouvert.value.close()
  return ouvert.ok
}

describe('Comptes du poste', () => {
  it('la session rend l’agent et la clé qui ouvre le coffre créé avec le compte', async () => {
    const cle = await creer()
    const session = await ouvrirSession(poste.comptes, ' CLAIRE.martin ', 'phrase de passe e\u0301te\u0301')
    expect(session).toEqual({
      ok: true,
      value: {
        agent: {
          identifiant: 'claire.martin',
          nom: 'Claire Martin',
          role: 'referent',
          formations: CLAIRE.formations,
        },
        cle: Buffer.from(cle),
      },
    })
    expect(await ouvreLeCoffre(cle)).toBe(true)
  })

  it('un second compte ouvre le même coffre, chacun avec son mot de passe', async () => {
    const cle = await creer()
    expect(await ajouterCompte(poste, cle, DENIS)).toEqual({ ok: true, value: null })
    expect(await ouvrirSession(poste.comptes, 'denis', DENIS.motDePasse)).toEqual({
      ok: true,
      value: {
        agent: { identifiant: 'denis', nom: 'Denis Le Goff', role: 'agent', formations: {} },
        cle: Buffer.from(cle),
      },
    })
    expect(await ouvrirSession(poste.comptes, 'denis', CLAIRE.motDePasse)).toEqual(
      refus('session/identifiants'),
    )
    expect((await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).ok).toBe(true)
    expect(await ajouterCompte(poste, cle, { ...DENIS, identifiant: 'DENIS' })).toEqual(
      refus('comptes/identifiant-pris', 'identifiant'),
    )
  })

  it.each([
    [{ ...DENIS, identifiant: 'é' }, refus('comptes/identifiant', 'identifiant')],
    [{ ...DENIS, identifiant: 'le goff' }, refus('comptes/identifiant', 'identifiant')],
    [{ ...DENIS, nom: '  ' }, refus('comptes/nom', 'nom')],
    [{ ...DENIS, motDePasse: 'onze lettre' }, refus('comptes/mot-de-passe', 'motDePasse')],
    [{ ...DENIS, motDePasse: 'x'.repeat(257) }, refus('comptes/mot-de-passe', 'motDePasse')],
  ])('un compte mal formé est refusé et rien n’est écrit (%#)', async (nouveau, attendu) => {
    expect(await creerCoffreEtCompte(poste, nouveau)).toEqual(attendu)
    expect(readdirSync(dossier)).toEqual([])
  })

  it('un poste installé n’est jamais réinstallé', async () => {
    await creer()
    const avant = empreintes()
    expect(await creerCoffreEtCompte(poste, DENIS)).toEqual(refus('comptes/existants'))
    rmSync(poste.comptes)
    expect(await creerCoffreEtCompte(poste, DENIS)).toEqual(refus('comptes/existants'))
    expect(empreintes()).toEqual({ 'coffre.db': avant['coffre.db'] })
  })

  it('une installation interrompue recommence', async () => {
    await creer()
    renameSync(poste.comptes, `${poste.comptes}.nouveau`)
    const reprise = await creerCoffreEtCompte(poste, DENIS)
    expect(reprise).toMatchObject({ ok: true, value: { agent: { identifiant: 'denis' } } })
    expect(reprise.ok && (await ouvreLeCoffre(reprise.value.cle))).toBe(true)
  })

  it('le compte de démonstration se crée une fois, et ne remplace personne', async () => {
    expect(await preparerDemonstration(poste)).toEqual({ ok: true, value: null })
    expect(await preparerDemonstration(poste)).toEqual({ ok: true, value: null })
    const roles = await Promise.all(
      ['demo', 'referent', 'civ', 'informatique'].map(async (identifiant) => {
        const session = await ouvrirSession(poste.comptes, identifiant, COMPTE_DEMONSTRATION.motDePasse)
        return session.ok && session.value.agent.role
      }),
    )
    expect(roles).toEqual(['agent', 'referent', 'civ', 'informatique'])
  })

  it('la démonstration n’ajoute aucun compte au poste de quelqu’un d’autre', async () => {
    await creer()
    const avant = empreintes()
    expect(await preparerDemonstration(poste)).toEqual({ ok: true, value: null })
    expect(empreintes()).toEqual(avant)
  })
})

describe('Fichier des comptes', () => {
  it('ni clé, ni mot de passe, ni empreinte simple du mot de passe ; lisible du seul propriétaire', async () => {
    const cle = await creer()
    const fichiers = readdirSync(dossier)
    expect(fichiers.toSorted()).toEqual(['coffre.db', 'comptes.json'])
    const secrets = [
      Buffer.from(cle),
      Buffer.from(CLAIRE.motDePasse.normalize('NFC')),
      sha256(CLAIRE.motDePasse),
    ]
    for (const fichier of fichiers) {
      const octets = readFileSync(join(dossier, fichier))
      for (const secret of secrets)
        for (const forme of [secret, secret.toString('hex'), secret.toString('base64')])
          expect(octets.includes(forme)).toBe(false)
      expect(statSync(join(dossier, fichier)).mode & 0o777).toBe(0o600)
    }
  })

  it('la clé scellée ne sert qu’à son titulaire : la déplacer ou renommer l’agent la perd', async () => {
    const cle = await creer()
    await ajouterCompte(poste, cle, DENIS)
    const sain = readFileSync(poste.comptes, 'utf8')
    const contenu = JSON.parse(sain) as { comptes: [Record<string, unknown>, Record<string, unknown>] }
    const [claire, denis] = contenu.comptes
    const ouvrirAvec = (comptes: unknown) => {
      writeFileSync(poste.comptes, JSON.stringify({ ...contenu, comptes }))
      return ouvrirSession(poste.comptes, 'claire.martin', DENIS.motDePasse)
    }
    expect(await ouvrirAvec([{ ...denis, identifiant: 'claire.martin' }])).toEqual(
      refus('session/identifiants'),
    )
    expect(await ouvrirAvec([{ ...denis, identifiant: 'claire.martin', nom: 'Claire Martin' }])).toEqual(
      refus('session/identifiants'),
    )
    writeFileSync(poste.comptes, JSON.stringify({ ...contenu, comptes: [{ ...claire, nom: 'Directrice' }] }))
    expect(await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).toEqual(
      refus('session/identifiants'),
    )
  })

  it.each([
    ['absent', null],
    ['vide', ''],
    ['d’un autre format', '{"format":5,"comptes":[]}'],
    ['qui exigerait toute la mémoire', 'cout'],
    ['dont un sel est tronqué', 'sel'],
  ])('un fichier %s : « comptes/illisible »', async (_cas, altere) => {
    await creer()
    const contenu = JSON.parse(readFileSync(poste.comptes, 'utf8')) as { comptes: [Record<string, unknown>] }
    const changes: Record<string, unknown> = {
      cout: { memoire: 1 << 30, passes: 3, voies: 4 },
      sel: 'AAAA',
    }
    if (altere === null) rmSync(poste.comptes)
    else if (altere in changes)
      writeFileSync(
        poste.comptes,
        JSON.stringify({ format: 4, comptes: [{ ...contenu.comptes[0], [altere]: changes[altere] }] }),
      )
    else writeFileSync(poste.comptes, altere)
    expect(await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).toEqual(
      refus('comptes/illisible'),
    )
  })

  it('un brouillon laissé par une coupure ne gêne pas l’écriture suivante', async () => {
    const cle = await creer()
    writeFileSync(`${poste.comptes}.tmp`, '{"format":1,"comp')
    expect((await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).ok).toBe(true)
    expect(await ajouterCompte(poste, cle, DENIS)).toEqual({ ok: true, value: null })
    expect(readdirSync(dossier).toSorted()).toEqual(['coffre.db', 'comptes.json'])
  })

  it('une écriture impossible laisse les comptes intacts : « comptes/ecriture »', async () => {
    const cle = await creer()
    const avant = empreintes()['comptes.json']
    mkdirSync(`${poste.comptes}.tmp`)
    expect(await ajouterCompte(poste, cle, DENIS)).toEqual(refus('comptes/ecriture'))
    rmSync(`${poste.comptes}.tmp`, { recursive: true })
    expect(empreintes()['comptes.json']).toBe(avant)
  })
})

const sha256 = (texte: string): Buffer => createHash('sha256').update(texte).digest()

const empreintes = (): Record<string, string> =>
  Object.fromEntries(
    readdirSync(dossier).map((nom) => [
      nom,
      sha256(readFileSync(join(dossier, nom), 'latin1')).toString('hex'),
    ]),
  )
