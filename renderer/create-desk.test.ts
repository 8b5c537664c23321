import { createRouterClient } from '@orpc/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createFakePoste, type FakePoste } from '../e2e/renderer-bench/fake-poste.ts'
import { FAMILLE, TRAITS_SOLENE, trouvee } from '../e2e/renderer-bench/people.ts'
import { createDesk } from './create-desk.ts'
import { follow } from './transport/follow.ts'
import { INITIAL_STATE } from './store/desk-state.ts'

const LIGNE = { etat: () => 'connecte' as const, suivre: () => () => undefined }

const arrets: (() => void)[] = []
afterEach(() => arrets.splice(0).forEach((arret) => arret()))

/** A desk over the real rules, without a window. */
async function ouvrirBureau(): Promise<{ desk: ReturnType<typeof createDesk>; poste: FakePoste }> {
  const poste = createFakePoste()
  const client = createRouterClient(poste.router, { context: {} })
  const desk = createDesk(
    { client, liaison: LIGNE, suivre: (suivi) => follow(LIGNE, suivi), fermer: () => undefined },
    () => new Date('2026-11-22T08:00:00Z'),
  )
  arrets.push(desk.stop)
  await desk.acts.ouvrirSession('camille', 'secret')
  await vi.waitFor(() => expect(desk.store.read().agent?.nom).toBe('Camille Roche'))
  await desk.acts.patientSuivant()
  return { desk, poste }
}

const SOLENE = [
  ['nomNaissance', 'Kervadoc'],
  ['prenomsNaissance', 'Solène Louise'],
  ['sexe', 'F'],
  ['dateNaissance', '27/02/1981'],
  ['lieuNaissance', '35238'],
] as const

async function saisir({ desk }: Awaited<ReturnType<typeof ouvrirBureau>>): Promise<string> {
  const admission = desk.store.read().admission?.id ?? ''
  for (const [trait, brut] of SOLENE) await desk.acts.saisirTrait({ admission, trait, brut })
  return admission
}

describe('Le bureau, sans fenêtre', () => {
  it('au patient suivant, rien du précédent ne reste', async () => {
    const bureau = await ouvrirBureau()
    const { desk, poste } = bureau
    await saisir(bureau)
    poste.insererCarte(FAMILLE)
    await vi.waitFor(() => expect(desk.store.read().cartes?.lecture.etat).toBe('lue'))
    await desk.acts.imprimerPlanche(3)
    const { id } = desk.store.read().admission ?? {}
    expect(desk.store.read().impressions.planche).toEqual({
      lot: 'E-0312',
      pages: 1,
      complet: true,
      perime: false,
    })
    await desk.acts.patientSuivant()
    const { admission, impressions, beneficiaire, refus, debutPlanche } = desk.store.read()
    expect(admission?.id).not.toBe(id)
    expect(Object.values(admission?.saisie ?? {})).toEqual(Array(8).fill(null))
    expect({ impressions, beneficiaire, refus, debutPlanche }).toEqual({
      impressions: INITIAL_STATE.impressions,
      beneficiaire: null,
      refus: {},
      debutPlanche: 1,
    })
  })

  it('une réponse tardive pour un autre patient est ignorée', async () => {
    const bureau = await ouvrirBureau()
    const ancien = await saisir(bureau)
    await bureau.desk.acts.patientSuivant()
    const avant = bureau.desk.store.read().admission
    await bureau.desk.acts.saisirTrait({ admission: ancien, trait: 'nomNaissance', brut: 'Intrus' })
    expect(bureau.desk.store.read().admission).toBe(avant)
    expect(bureau.desk.store.read().refus).toEqual({ traits: 'admission/absente' })
  })

  it('un refus s’affiche dans sa zone et s’efface à l’essai suivant', async () => {
    const { desk } = await ouvrirBureau()
    await desk.acts.interrogerInsi()
    expect(desk.store.read().refus).toEqual({ insi: 'insi/traits-insuffisants' })
    const admission = desk.store.read().admission?.id ?? ''
    for (const [trait, brut] of SOLENE) await desk.acts.saisirTrait({ admission, trait, brut })
    await desk.acts.interrogerInsi()
    expect(desk.store.read().refus).toEqual({})
  })

  it('une planche imprimée avant la qualification est signalée à réimprimer', async () => {
    const bureau = await ouvrirBureau()
    const { desk, poste } = bureau
    await saisir(bureau)
    await desk.acts.enregistrerPiece('CN', '')
    await desk.acts.imprimerPlanche(1)
    await desk.acts.interrogerInsi()
    poste.repondreInsi(trouvee(TRAITS_SOLENE))
    await vi.waitFor(() => expect(desk.store.read().admission?.insi.etat).toBe('trouvee'))
    expect(desk.store.read().impressions.planche?.perime).toBe(false)
    await desk.acts.accepterInsi(null)
    expect(desk.store.read().admission?.statut).toBe('qualifiee')
    expect(desk.store.read().impressions.planche?.perime).toBe(true)
  })

  it('la session fermée, aucun patient ne reste à l’écran', async () => {
    const bureau = await ouvrirBureau()
    await saisir(bureau)
    await bureau.desk.acts.fermerSession()
    await vi.waitFor(() => expect(bureau.desk.store.read().agent).toBe(null))
    expect(bureau.desk.store.read().admission).toBe(undefined)
  })

  it('un acte attend que la saisie en cours soit enregistrée, et ne part pas si elle ne l’est pas', async () => {
    const bureau = await ouvrirBureau()
    await saisir(bureau)
    const retirer = bureau.desk.drafts.register(() => Promise.resolve(false))
    await bureau.desk.acts.enregistrerPiece('CN', '')
    expect(bureau.desk.store.read().admission?.piece).toBe(null)
    retirer()
    await bureau.desk.acts.enregistrerPiece('CN', '')
    expect(bureau.desk.store.read().admission?.piece).toEqual({ type: 'CN', date: '2026-11-22' })
  })
})
