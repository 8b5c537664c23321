import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { ajouterCompte, type Installation } from './creer-comptes.ts'
import { CLAIRE, DENIS, installationEssai } from './installation-essai.ts'
import { ouvrirSession } from './ouvrir-session.ts'

let poste: Installation
let creer: () => Promise<Uint8Array>
let detruire: () => void
beforeEach(() => {
  ;({ poste, creer, detruire } = installationEssai())
})
afterEach(() => detruire())

describe('Les droits d’un compte, hors du logiciel', () => {
  it.each([
    ['le rôle', (compte: Record<string, unknown>) => ({ ...compte, role: 'civ' })],
    ['la fermeture', (compte: Record<string, unknown>) => ({ ...compte, ferme: true })],
    [
      'qui enregistra une formation',
      (compte: Record<string, unknown>) => ({ ...compte, formePar: { valider: 'denis' } }),
    ],
    ['une formation', (compte: Record<string, unknown>) => ({ ...compte, formations: null })],
    [
      'le sceau',
      (compte: Record<string, unknown>) => ({ ...compte, sceau: Buffer.alloc(32).toString('base64') }),
    ],
  ])('%s changé hors du logiciel : la session ne s’ouvre pas', async (_cas, changer) => {
    await creer()
    const contenu = JSON.parse(readFileSync(poste.comptes, 'utf8')) as { comptes: [Record<string, unknown>] }
    writeFileSync(poste.comptes, JSON.stringify({ format: 4, comptes: [changer(contenu.comptes[0])] }))
    expect(await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).toEqual({
      ok: false,
      error: { code: 'comptes/droits-alteres' },
    })
  })

  it('un fichier au premier format s’ouvre en agent aux formations antérieures, et migre à l’ajout d’un compte', async () => {
    const cle = await creer()
    const contenu = JSON.parse(readFileSync(poste.comptes, 'utf8')) as { comptes: [Record<string, unknown>] }
    const { identifiant, nom, sel, cout, cle: scellee } = contenu.comptes[0]
    const ancien = { identifiant, nom, sel, cout, cle: scellee }
    writeFileSync(poste.comptes, JSON.stringify({ format: 1, comptes: [ancien] }))
    const attendu = {
      ok: true,
      value: {
        agent: { identifiant: 'claire.martin', nom: 'Claire Martin', role: 'agent', formations: null },
        cle: Buffer.from(cle),
      },
    }
    expect(await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).toEqual(attendu)
    expect(await ajouterCompte(poste, cle, DENIS)).toEqual({ ok: true, value: null })
    expect(JSON.parse(readFileSync(poste.comptes, 'utf8'))).toMatchObject({
      format: 4,
      comptes: [
        { role: 'agent', formations: null },
        { role: 'agent', formations: {} },
      ],
    })
    expect(await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).toEqual(attendu)
  })

  it('un fichier au deuxième format garde ses preuves, avant et après un changement', async () => {
    const cle = await creer()
    const contenu = JSON.parse(readFileSync(poste.comptes, 'utf8')) as { comptes: [Record<string, unknown>] }
    const {
      cartes: _cartes,
      secondFacteur: _second,
      ferme: _f,
      motDePasseAChanger: _m,
      formePar: _p,
      ...ancien
    } = contenu.comptes[0]
    writeFileSync(poste.comptes, JSON.stringify({ format: 2, comptes: [ancien] }))
    const ouvre = async () => (await ouvrirSession(poste.comptes, 'claire.martin', CLAIRE.motDePasse)).ok
    expect(await ouvre()).toBe(true)
    expect(await ajouterCompte(poste, cle, DENIS)).toEqual({ ok: true, value: null })
    expect(await ouvre()).toBe(true)
  })
})
