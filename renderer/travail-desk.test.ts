import { describe, expect, it, vi } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import { useWindowlessDesks, type WindowlessDesk } from '../e2e/renderer-bench/windowless-desk.ts'

const ouvrir = useWindowlessDesks()

const enModele3 = (role: Role): Cadre => ({
  ...CADRE_PAR_DEFAUT,
  habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role, organisation: organisationDuModele(3) },
})

/** A desk where an agent of model 3 left a document to check; the referent is signed in. */
async function laisserAValider(): Promise<WindowlessDesk & { readonly id: string }> {
  const bureau = ouvrir()
  const { desk, poste, signIn } = bureau
  poste.habiliter(enModele3('agent'))
  await signIn('camille')
  await desk.acts.patientSuivant()
  const id = await bureau.typeTraits()
  await desk.acts.enregistrerPiece('CN', '')
  poste.clore()
  await vi.waitFor(() => expect(desk.store.read().admission).toBeNull())
  await desk.acts.fermerSession()
  poste.habiliter(enModele3('referent'))
  await signIn('denise')
  return { ...bureau, id }
}

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
