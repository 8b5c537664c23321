import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'

const LUNDI = new Date('2026-11-23T09:00:00.000Z')
const MERCREDI = new Date('2026-11-25T09:00:00.000Z')

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let actes: string[]
let heure: Date
const guichets: Guichet[] = []

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  actes = []
  heure = LUNDI
})
afterEach(async () => {
  for (const guichet of guichets.splice(0)) await guichet.fermer()
  await essai.detruire()
})

async function asseoir(agent = 'camille'): Promise<Guichet> {
  const ports = portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) })
  const guichet = await creerGuichet({ ...ports, agent, cadre: CADRE_PAR_DEFAUT, now: () => heure })
  guichets.push(guichet)
  return guichet
}

/** On Monday, a visit is prepared for Wednesday. */
async function preparer(guichet: Guichet): Promise<VueAdmission> {
  const { id } = valeur(await guichet.travail.preparer('25/11/2026'))
  for (const [trait, brut] of [
    ['nomNaissance', 'Kervadoc'],
    ['prenomsNaissance', 'Solène Louise'],
    ['sexe', 'F'],
    ['dateNaissance', '27021981'],
    ['lieuNaissance', '35238'],
  ] as const)
    valeur(await guichet.agir(id, { type: 'trait-saisi', trait, brut }))
  return valeur(await guichet.agir(id, { type: 'close' }))
}

const piece = { type: 'piece-enregistree', piece: { type: 'CN', date: '2026-11-23' } } as const
const TRACES: ReadonlySet<string> = new Set(['patient-repris', 'preparation-retiree'])
const preparees = () => coffre.attentes.nombrePreparees()

describe('Le patient d’une venue préparée, trouvé par la recherche (ID-15)', () => {
  it('guichet libre : le jour dit, c’est sa venue préparée qui s’ouvre, et elle quitte la liste', async () => {
    const guichet = await asseoir()
    const { id, ipp, nda } = await preparer(guichet)
    heure = MERCREDI
    const reprise = valeur(await guichet.reprendre(null, ipp))
    expect([reprise.id, reprise.nda, reprise.preparation, await preparees()]).toEqual([id, nda, null, 0])
  })

  it('venue déjà commencée : elle reçoit son identité, la venue préparée quitte la liste et c’est inscrit', async () => {
    const guichet = await asseoir()
    const { id: preparee, ipp } = await preparer(guichet)
    heure = MERCREDI
    const { id } = valeur(await guichet.ouvrir())
    const reprise = valeur(await guichet.reprendre(id, ipp))
    expect([reprise.id, reprise.ipp, reprise.saisie.nomNaissance?.valeur]).toEqual([id, ipp, 'KERVADOC'])
    expect([await preparees(), actes.filter((acte) => TRACES.has(acte))]).toEqual([
      0,
      ['patient-repris', 'preparation-retiree'],
    ])
    expect((await coffre.admissions.parId(preparee))?.close).toBe(true)
    expect((await coffre.patients.derniereAdmission(ipp))?.id).toBe(id)
  })

  it('venu plus tôt pour autre chose : sa venue reste préparée, et retrouve ce qui fut contrôlé depuis', async () => {
    const guichet = await asseoir()
    const { id: preparee, ipp } = await preparer(guichet)
    const { id } = valeur(await guichet.reprendre(null, ipp))
    expect([id === preparee, await preparees()]).toEqual([false, 1])
    valeur(await guichet.agir(id, piece))
    valeur(await guichet.agir(id, { type: 'close' }))
    heure = MERCREDI
    const reprise = valeur(await guichet.reprendre(null, ipp))
    expect([reprise.id, reprise.statut, await preparees()]).toEqual([preparee, 'validee', 0])
  })

  it('une autre venue se prépare pour lui : celle qui l’attend aujourd’hui reste', async () => {
    const guichet = await asseoir()
    const { ipp } = await preparer(guichet)
    heure = MERCREDI
    const { id } = valeur(await guichet.travail.preparer('26/11/2026'))
    valeur(await guichet.reprendre(id, ipp))
    expect(await preparees()).toBe(2)
  })

  it('déjà ouverte par une autre personne : refusée, et rien ne bouge', async () => {
    const premier = await asseoir()
    const { id, ipp } = await preparer(premier)
    heure = MERCREDI
    const second = await asseoir('denise')
    const { id: autre } = valeur(await second.ouvrir())
    await coffre.admissions.prendre(id, {
      par: 'camille',
      maintenant: heure.toISOString(),
      jusqua: '2026-11-25T10:00:00.000Z',
    })
    const refus = echec(refuser('travail/deja-ouverte'))
    expect([await second.reprendre(autre, ipp), await premier.reprendre(null, ipp)]).toEqual([
      refus,
      expect.objectContaining({ ok: true }),
    ])
    expect((await coffre.admissions.parId(autre))?.ipp).not.toBe(ipp)
  })
})
