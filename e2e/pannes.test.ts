import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { phraseDe, type CodeRefus } from '#domain/refus/refus.ts'
import { monterBanc, saisirLandreville, type Banc } from './banc.ts'

let banc: Banc
beforeAll(async () => {
  banc = await monterBanc()
})
afterAll(() => banc.fermer())

/** Expects the one sentence of a refusal on the screen. */
async function phraseVue(code: CodeRefus): Promise<void> {
  await banc.agent.voir(phraseDe({ code }))
  expect(await banc.page.getByText(phraseDe({ code })).first().isVisible()).toBe(true)
}

async function admettreSans(code: CodeRefus): Promise<void> {
  await saisirLandreville(banc.agent)
  await banc.agent.choisirPiece('Carte nationale')
  await banc.agent.appelerInsi(
    new RegExp(
      phraseDe({ code })
        .slice(0, 40)
        .replace(/[()’']/g, '.'),
    ),
  )
}

describe("quand un élément manque, une phrase le dit, l'admission continue et tout revient sans redémarrer", () => {
  it('carte retirée pendant la lecture : rien n’est repris, la carte suivante se lit', async () => {
    await banc.cartes('figer B 4')
    await banc.page
      .getByText(/Lecture/)
      .first()
      .waitFor()
    await banc.cartes('retirer')
    await phraseVue('cartes/retiree')
    expect(await banc.page.locator('.liste-beneficiaires').count()).toBe(0)
    await banc.cartes('inserer A')
    await banc.agent.voir('LANDREVILLE ANNE-CLAIRE')
    await banc.cartes('retirer')
    await banc.page.locator('.liste-beneficiaires').waitFor({ state: 'detached' })
  })

  it('service de cartes tué : la phrase le dit, la saisie continue, la lecture revient avec lui', async () => {
    await banc.cartes('tuer-service')
    await phraseVue('cartes/service-arrete')
    await banc.agent.saisir('Nom de naissance', 'Landreville')
    await banc.agent.voir(/LANDREVILLE/)
    await banc.cartes('demarrer-service')
    await banc.cartes('inserer A')
    await banc.agent.voir('LANDREVILLE ANNE-CLAIRE')
    expect(await banc.page.getByLabel('Nom de naissance').inputValue()).toBe('Landreville')
    await banc.cartes('retirer')
    await banc.agent.patientSuivant()
  })

  it('INSi arrêté : admission validée et imprimée, le même appel réussit à son retour', async () => {
    await banc.atelier.insi.setMode({ nom: 'arret', argument: '' })
    await admettreSans('insi/injoignable')
    expect(await banc.agent.statut()).toMatch(/validée/)
    await banc.agent.imprimer('F10', /Fiche d.admission : lot/)
    await banc.atelier.insi.setMode({ nom: 'normal', argument: '' })
    await banc.agent.appelerInsi(/identiques/i)
    await banc.agent.accepter()
    expect(await banc.agent.statut()).toMatch(/qualifiée/)
    await banc.agent.patientSuivant()
  })

  it('certificat refusé : la phrase dit de prévenir l’informatique, le retour est immédiat', async () => {
    await banc.atelier.insi.setMode({ nom: 'certificat-refuse', argument: '' })
    await admettreSans('insi/certificat-refuse')
    await banc.atelier.insi.setMode({ nom: 'normal', argument: '' })
    await banc.agent.appelerInsi(/identiques/i)
    expect(await banc.agent.statut()).toMatch(/validée/)
    await banc.agent.patientSuivant()
  })

  it('imprimante à l’arrêt : rien n’est parti, la phrase le dit, le document sort ensuite', async () => {
    await saisirLandreville(banc.agent)
    banc.atelier.imprimante.file.mode = 'papier'
    await banc.agent.presser('F10')
    await phraseVue('impression/refusee')
    banc.atelier.imprimante.file.mode = 'ok'
    await banc.agent.imprimer('F10', /Fiche d.admission : lot/)
    expect(banc.atelier.imprimante.file.travaux.at(-1)?.etat).toBe(9)
    await banc.agent.patientSuivant()
  })

  it('poste arrêté brutalement : la fenêtre le dit et garde la saisie à l’écran', async () => {
    await banc.agent.saisir('Nom de naissance', 'Landreville')
    await banc.agent.voir(/LANDREVILLE/)
    banc.poste.programme.tuer()
    await banc.page
      .getByText(/Liaison avec le poste perdue/)
      .first()
      .waitFor()
    expect(await banc.page.getByLabel('Nom de naissance').inputValue()).toBe('Landreville')
  })

  it('aucun pointeur, aucune violation, rien hors de la boucle locale', () =>
    expect({ ...banc.ecarts, erreurs: [] }).toEqual({
      requetes: [],
      violations: [],
      pointeurs: [],
      erreurs: [],
    }))
})
