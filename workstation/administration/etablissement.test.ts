import { readFileSync, writeFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CONFIGURATION, issue, monterSeances } from './seance-essai.ts'

type Banc = Awaited<ReturnType<typeof monterSeances>>

let banc: Banc
beforeEach(async () => {
  banc = await monterSeances()
})
afterEach(() => banc.fermer())

describe('OR-01, OR-04 : l’organisation change sans redémarrer', () => {
  it('s’écrit dans configuration.json, le reste intact et la version précédente gardée', async () => {
    await banc.entrer('informatique')
    const { organisation, empreinte, fichierModifie } = await banc.administration.organisation()
    expect(fichierModifie).toBe(false)
    await banc.administration.choisirOrganisation({
      organisation: { ...organisation, modele: 2, secteurs: { urgences: '2027-01-04' } },
      empreinte,
    })
    const lire = (nom: string): unknown => JSON.parse(readFileSync(banc.chemin(nom), 'utf8'))
    expect(lire('configuration.precedente.json')).toEqual(CONFIGURATION)
    expect(lire('configuration.json')).toEqual({
      ...CONFIGURATION,
      organisation: { modele: 2, formationsExigees: organisation.formationsExigees },
      typesAdmission: {},
      sites: {},
      secteurs: { urgences: '2027-01-04' },
    })
    expect((await banc.entrer('demo')).droits).not.toContain('qualifier')
    expect(banc.actes()).toContain('organisation-changee')
  })

  it('incohérente, ou changée à la main entre-temps : refusée, et le fichier reste', async () => {
    await banc.entrer('informatique')
    const { organisation, empreinte } = await banc.administration.organisation()
    const droits = { ...organisation.droits, informatique: [] }
    const choisir = (change: object, vue = empreinte) =>
      issue(
        banc.administration.choisirOrganisation({
          organisation: { ...organisation, ...change },
          empreinte: vue,
        }),
      )
    expect(await choisir({ modele: 'personnalise', droits })).toBe('organisation/personne-n-administre')
    const civ = { ...droits, civ: [...droits.civ, 'administrer'] }
    expect(await choisir({ modele: 'personnalise', droits: civ })).toBe('fait')
    const edite = JSON.stringify({ ...CONFIGURATION, organisation: { modele: 3 } })
    writeFileSync(banc.chemin('configuration.json'), edite)
    await banc.entrer('civ')
    expect((await banc.administration.organisation()).fichierModifie).toBe(true)
    expect(await choisir({ modele: 1 })).toBe('organisation/modifiee-ailleurs')
    expect(readFileSync(banc.chemin('configuration.json'), 'utf8')).toBe(edite)
  })

  it('sans personne d’ouvert pour administrer : refusée', async () => {
    await banc.entrer('informatique')
    const { organisation, empreinte } = await banc.administration.organisation()
    const droits = {
      ...organisation.droits,
      informatique: [],
      responsable: [...organisation.droits.responsable, 'administrer' as const],
    }
    expect(
      await issue(
        banc.administration.choisirOrganisation({
          organisation: { ...organisation, modele: 'personnalise', droits },
          empreinte,
        }),
      ),
    ).toBe('comptes/dernier-administrateur')
  })
})

describe('OR-13 : les appels par certificat attendent la décision d’homologation', () => {
  const insi = () => banc.ports.sante.etat.lire().composants.find(({ nom }) => nom === 'insi')?.refus ?? null
  const DECISION = {
    reference: 'DEC-2026-014',
    date: '02/11/2026',
    signataire: 'Alix Dumarest',
    document: 'homologation.pdf',
  }

  it('un poste simulé n’en demande pas, sa configuration le dit', async () => {
    await banc.entrer('informatique')
    expect(await banc.administration.homologation()).toEqual({ dispense: 'simulation', homologation: null })
    expect(insi()).toBeNull()
  })

  it('en production, INSi attend ; enregistrée par l’informatique, elle ouvre aussitôt, et une copie écrite à la main non', async () => {
    await banc.fermer()
    banc = await monterSeances('production')
    await banc.entrer('informatique')
    expect(insi()).toBe('insi/homologation')
    expect(await issue(banc.administration.homologuer({ ...DECISION, reference: '' }))).toBe(
      'homologation/reference',
    )
    expect(await issue(banc.administration.homologuer(DECISION))).toBe('fait')
    expect(insi()).toBeNull()
    expect(await banc.administration.homologation()).toMatchObject({
      dispense: null,
      homologation: { ...DECISION, date: '2026-11-02', par: 'informatique' },
    })
    expect(readFileSync(banc.chemin('journal.jsonl'), 'utf8')).not.toContain('Dumarest')
    const falsifiee = readFileSync(banc.chemin('homologation.json'), 'utf8').replace('014', '015')
    writeFileSync(banc.chemin('homologation.json'), falsifiee)
    await banc.entrer('demo')
    expect(insi()).toBe('insi/homologation')
  })
})
