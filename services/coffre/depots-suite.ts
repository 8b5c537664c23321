import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { admissionQualifiee, parcoursExemple } from './admission-exemple.ts'
import { suiteAttentes, suitePrises } from './attentes-suite.ts'
import type { Coffre } from './coffre.ts'
import { suiteDifferes, suiteMarque } from './differes-suite.ts'
import type { ReponseConservee } from './depot-reponses-insi.ts'
import { suitePatients } from './patients-suite.ts'

/** A store to test: `rouvrir` closes and opens it again on what it kept, `detruire` leaves nothing behind. */
export interface CoffreEssaye {
  ouvrir(): Promise<Coffre>
  rouvrir(): Promise<Coffre>
  detruire(): Promise<void>
}

/** What any store must keep, whatever database is behind it. */
export function suiteDepots(nom: string, creer: () => CoffreEssaye): void {
  describe(`${nom} : dépôts du coffre`, () => {
    let essai: CoffreEssaye
    let coffre: Coffre
    beforeEach(async () => {
      essai = creer()
      coffre = await essai.ouvrir()
    })
    afterEach(() => essai.detruire())
    const rouvrir = async (): Promise<void> => {
      coffre = await essai.rouvrir()
    }

    suiteAdmissions(() => coffre, rouvrir)
    suitePatients(() => coffre, rouvrir)
    suiteAttentes(() => coffre, rouvrir)
    suitePrises(() => coffre)
    suiteDifferes(() => coffre, rouvrir)
    suiteMarque(() => coffre, rouvrir)
    suiteReponses(() => coffre, rouvrir)
    suiteNumeros(() => coffre, rouvrir)
    suiteAncrage(() => coffre, rouvrir)
    suiteCopies(() => coffre, rouvrir)
  })
}

type Suite = (coffre: () => Coffre, rouvrir: () => Promise<void>) => void

const suiteAdmissions: Suite = (coffre, rouvrir) => {
  it('une admission inconnue est absente', async () => {
    expect(await coffre().admissions.parId('inconnue')).toBeNull()
    expect(await coffre().admissions.ouverte()).toBeNull()
  })

  it('chaque état du parcours se relit à l’identique, même après un arrêt', async () => {
    for (const etat of parcoursExemple('a').etats) {
      await coffre().admissions.enregistrer(etat)
      expect(await coffre().admissions.parId('a')).toEqual(etat)
    }
    await rouvrir()
    expect(await coffre().admissions.parId('a')).toEqual(parcoursExemple('a').etats.at(-1))
  })

  it('l’admission ouverte est la dernière créée qui ne soit pas close', async () => {
    for (const id of ['a', 'b', 'c']) await coffre().admissions.enregistrer(admissionQualifiee(id))
    await coffre().admissions.enregistrer({ ...admissionQualifiee('c'), close: true })
    await coffre().admissions.enregistrer(admissionQualifiee('a'))
    await rouvrir()
    expect(await coffre().admissions.ouverte()).toEqual(admissionQualifiee('b'))
  })

  it('un agent ne reprend que sa propre admission', async () => {
    await coffre().admissions.enregistrer(admissionQualifiee('a', 'claire'))
    await coffre().admissions.enregistrer(admissionQualifiee('b', 'martin'))
    expect(await coffre().admissions.ouverte('claire')).toEqual(admissionQualifiee('a', 'claire'))
    expect(await coffre().admissions.ouverte('autre')).toBeNull()
  })
}

const suiteReponses: Suite = (coffre, rouvrir) => {
  const reponse: ReponseConservee = {
    appelId: 'appel-1',
    admissionId: 'a',
    messageId: 'urn:uuid:1',
    recueLe: '2026-11-22T08:00:00.000Z',
    brut: '\uFEFF<?xml version="1.0"?>\r\n<NOM>D’ARGENSOL é\u0301 😀</NOM>\0\n\t ',
  }

  it('la réponse d’INSi est rendue octet pour octet, même après un arrêt', async () => {
    await coffre().admissions.enregistrer(admissionQualifiee('a'))
    await coffre().reponsesInsi.conserver(reponse)
    await rouvrir()
    expect(await coffre().reponsesInsi.parAppel('appel-1')).toEqual(reponse)
    expect(await coffre().reponsesInsi.parAppel('appel-2')).toBeNull()
  })

  it('une réponse conservée n’est jamais remplacée', async () => {
    await coffre().admissions.enregistrer(admissionQualifiee('a'))
    await coffre().reponsesInsi.conserver(reponse)
    await expect(coffre().reponsesInsi.conserver({ ...reponse, brut: 'autre' })).rejects.toThrow(
      /constraint/i,
    )
    expect(await coffre().reponsesInsi.parAppel('appel-1')).toEqual(reponse)
  })

  it('une réponse sans admission enregistrée est un défaut de programme', async () => {
    await expect(coffre().reponsesInsi.conserver(reponse)).rejects.toThrow(/constraint/i)
  })
}

const suiteNumeros: Suite = (coffre, rouvrir) => {
  it('IPP et NDA : dix chiffres, jamais deux fois le même, suite reprise après un arrêt', async () => {
    const tirer = async (): Promise<string[]> => {
      const { compteurs } = coffre()
      return Promise.all([
        compteurs.suivantIpp(),
        compteurs.suivantIpp(),
        compteurs.suivantNda(),
        compteurs.suivantNda(),
      ])
    }
    const numeros = await tirer()
    await rouvrir()
    numeros.push(...(await tirer()))
    expect(new Set(numeros).size).toBe(8)
    for (const numero of numeros) expect(numero).toMatch(/^[1-9]\d{9}$/)
  })
}

const suiteAncrage: Suite = (coffre, rouvrir) => {
  it('l’ancre du journal avance, survit à un arrêt et ne recule jamais', async () => {
    expect(await coffre().ancrage.lire()).toBeNull()
    await coffre().ancrage.poser({ n: 2, empreinte: 'deux' })
    await coffre().ancrage.poser({ n: 3, empreinte: 'trois' })
    await coffre().ancrage.poser({ n: 1, empreinte: 'un' })
    await coffre().ancrage.poser({ n: 3, empreinte: 'autre' })
    await rouvrir()
    expect(await coffre().ancrage.lire()).toEqual({ n: 3, empreinte: 'trois' })
  })
}

const suiteCopies: Suite = (coffre, rouvrir) => {
  const cles = ['p1', 'p2'].map((id, rang) => ({ id, admissionId: 'a', cle: Buffer.alloc(32, rang + 1) }))

  it('une clé de copie se relit, même après un arrêt ; oubliée, elle n’existe plus', async () => {
    await coffre().admissions.enregistrer(admissionQualifiee('a'))
    await coffre().copies.conserver(cles)
    await rouvrir()
    expect(await coffre().copies.cle('p2')).toEqual(Buffer.alloc(32, 2))
    await coffre().copies.oublier(['p2', 'inconnue'])
    await coffre().copies.oublier([])
    await rouvrir()
    expect([await coffre().copies.cle('p2'), await coffre().copies.toutes()]).toEqual([null, ['p1']])
  })

  it('une copie sans admission enregistrée est un défaut de programme, et rien n’en est gardé', async () => {
    await coffre().admissions.enregistrer(admissionQualifiee('a'))
    const [une] = cles
    const orpheline = { id: 'p3', admissionId: 'inconnue', cle: Buffer.alloc(32) }
    await expect(coffre().copies.conserver(une ? [une, orpheline] : [])).rejects.toThrow(/constraint/i)
    expect(await coffre().copies.toutes()).toEqual([])
  })
}
