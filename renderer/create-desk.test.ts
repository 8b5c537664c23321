import { describe, expect, it, vi } from 'vitest'
import { FAMILLE, TRAITS_SOLENE, trouvee } from '../e2e/renderer-bench/people.ts'
import { useWindowlessDesks, type WindowlessDesk } from '../e2e/renderer-bench/windowless-desk.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import { INITIAL_STATE } from './store/desk-state.ts'
import { receiveAgent } from './store/receive.ts'
import { refuse as refuseAt } from './store/refuse.ts'

const ouvrir = useWindowlessDesks()

/** A desk with its first patient. */
async function ouvrirBureau(): Promise<WindowlessDesk> {
  const bureau = ouvrir()
  await bureau.signIn('camille')
  await bureau.desk.acts.patientSuivant()
  return bureau
}

describe('Le bureau, sans fenêtre', () => {
  it('au patient suivant, rien du précédent ne reste', async () => {
    const { desk, poste, typeTraits } = await ouvrirBureau()
    await typeTraits()
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
    const { desk, typeTraits } = await ouvrirBureau()
    const ancien = await typeTraits()
    await desk.acts.patientSuivant()
    const avant = desk.store.read().admission
    await desk.acts.saisirTrait({ admission: ancien, trait: 'nomNaissance', brut: 'Intrus' })
    expect(desk.store.read().admission).toBe(avant)
    expect(desk.store.read().refus).toEqual({ traits: 'admission/absente' })
  })

  it('un refus d’ouvrir la session reste, même venu avant que le poste dise que personne n’y est', () => {
    const refuse = refuseAt(INITIAL_STATE, 'session', 'session/identifiants')
    expect(receiveAgent(refuse, null)).toMatchObject({
      agent: null,
      refus: { session: 'session/identifiants' },
    })
  })

  it('un refus s’affiche dans sa zone et s’efface à l’essai suivant', async () => {
    const { desk, typeTraits } = await ouvrirBureau()
    await desk.acts.interrogerInsi()
    expect(desk.store.read().refus).toEqual({ insi: 'insi/traits-insuffisants' })
    await typeTraits()
    await desk.acts.interrogerInsi()
    expect(desk.store.read().refus).toEqual({})
  })

  it('une planche imprimée avant la qualification est signalée à réimprimer', async () => {
    const { desk, poste, typeTraits } = await ouvrirBureau()
    await typeTraits()
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
    const { desk, typeTraits } = await ouvrirBureau()
    await typeTraits()
    await desk.acts.fermerSession()
    await vi.waitFor(() => expect(desk.store.read().agent).toBe(null))
    expect(desk.store.read().admission).toBe(undefined)
  })

  it('un acte attend que la saisie en cours soit enregistrée, et ne part pas si elle ne l’est pas', async () => {
    const { desk, typeTraits } = await ouvrirBureau()
    await typeTraits()
    const retirer = desk.drafts.register(() => Promise.resolve(false))
    await desk.acts.enregistrerPiece('CN', '')
    expect(desk.store.read().admission?.piece).toBe(null)
    retirer()
    await desk.acts.enregistrerPiece('CN', '')
    expect(desk.store.read().admission?.piece).toEqual({ type: 'CN', date: '2026-11-22' })
  })

  it('qui ne fait qu’administrer arrive à l’administration, et n’y reste pas une fois parti', async () => {
    const { desk, poste, signIn } = ouvrir()
    poste.habiliter({
      ...CADRE_PAR_DEFAUT,
      habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role: 'informatique' },
    })
    await signIn('info')
    expect(desk.store.read().ecran).toBe('administration')
    await desk.acts.fermerSession()
    await vi.waitFor(() => expect(desk.store.read().agent).toBeNull())
    poste.habiliter(CADRE_PAR_DEFAUT)
    await signIn('camille')
    expect(desk.store.read().ecran).toBe('guichet')
  })
})
