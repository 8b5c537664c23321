import { createRouterClient } from '@orpc/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import { createFakePoste, type FakePoste } from '../e2e/renderer-bench/fake-poste.ts'
import { createDesk } from './create-desk.ts'
import { follow } from './transport/follow.ts'

const LIGNE = { etat: () => 'connecte' as const, suivre: () => () => undefined }

const arrets: (() => void)[] = []
afterEach(() => arrets.splice(0).forEach((arret) => arret()))

const enModele3 = (role: Role): Cadre => ({
  ...CADRE_PAR_DEFAUT,
  habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role, organisation: organisationDuModele(3) },
})

type Bureau = ReturnType<typeof createDesk>

/** A desk over the real rules, without a window, where an agent of model 3 left a document to check. */
async function laisserAValider(): Promise<{ desk: Bureau; poste: FakePoste; id: string }> {
  const poste = createFakePoste()
  const client = createRouterClient(poste.router, { context: {} })
  const desk = createDesk(
    { client, liaison: LIGNE, suivre: (suivi) => follow(LIGNE, suivi), fermer: () => undefined },
    () => new Date('2026-11-22T08:00:00Z'),
  )
  arrets.push(desk.stop)
  poste.habiliter(enModele3('agent'))
  await entrer(desk, 'camille')
  await desk.acts.patientSuivant()
  const id = desk.store.read().admission?.id ?? ''
  for (const [trait, brut] of SOLENE) await desk.acts.saisirTrait({ admission: id, trait, brut })
  await desk.acts.enregistrerPiece('CN', '')
  poste.clore()
  await vi.waitFor(() => expect(desk.store.read().admission).toBeNull())
  await desk.acts.fermerSession()
  poste.habiliter(enModele3('referent'))
  await entrer(desk, 'denise')
  return { desk, poste, id }
}

async function entrer(desk: Bureau, identifiant: string): Promise<void> {
  await desk.acts.ouvrirSession(identifiant, 'secret')
  await vi.waitFor(() => expect(desk.store.read().agent?.identifiant).toBe(identifiant))
}

const SOLENE = [
  ['nomNaissance', 'Kervadoc'],
  ['prenomsNaissance', 'Solène Louise'],
  ['sexe', 'F'],
  ['dateNaissance', '27/02/1981'],
  ['lieuNaissance', '35238'],
] as const

describe('Le travail du second niveau, sans fenêtre', () => {
  it('prise dans la liste, traitée, close : retour à la liste, sans patient nouveau ni trace du précédent', async () => {
    const { desk, poste, id } = await laisserAValider()
    const page = await desk.acts.listerAttentes()
    expect(page?.attentes.map(({ admission, raison }) => [admission, raison])).toEqual([[id, 'a-valider']])
    expect(await desk.acts.reprendreDossier(id)).toBe(true)
    expect([desk.store.read().admission?.id, desk.store.read().reprise]).toEqual([id, 'attentes'])
    await desk.acts.enregistrerPiece('CN', '')
    expect(desk.store.read().admission?.statut).toBe('validee')
    await desk.acts.patientSuivant()
    await new Promise((resolve) => setTimeout(resolve, 20))
    const { admission, liste, reprise } = desk.store.read()
    expect({ admission, liste, reprise }).toEqual({ admission: null, liste: 'attentes', reprise: null })
    expect([poste.admission()?.id, poste.admission()?.close]).toEqual([id, true])
    expect((await desk.acts.listerAttentes())?.attentes).toEqual([])
  })

  it('déjà ouverte par une autre personne : refusée dans la zone de la liste, rien ne s’affiche', async () => {
    const { desk, poste, id } = await laisserAValider()
    poste.attentes.tenirAilleurs(id, 'civ')
    expect(await desk.acts.reprendreDossier(id)).toBe(false)
    const { admission, refus } = desk.store.read()
    expect({ admission, refus }).toEqual({ admission: null, refus: { travail: 'travail/deja-ouverte' } })
    expect((await desk.acts.listerAttentes())?.attentes[0]?.tenuePar).toBe('civ')
  })

  it('une venue préparée puis close ramène à sa liste, et n’y est qu’une fois', async () => {
    const { desk } = await laisserAValider()
    expect(await desk.acts.preparerVenue('01/12/2026')).toBe(true)
    expect(desk.store.read().admission?.preparation).toEqual({ pour: '2026-12-01' })
    await desk.acts.patientSuivant()
    expect([desk.store.read().admission, desk.store.read().liste]).toEqual([null, 'preparees'])
    const lue = await desk.acts.listerPreparees()
    expect([lue?.preparees.map(({ pour }) => pour), lue?.maximum]).toEqual([['2026-12-01'], 50])
  })
})
