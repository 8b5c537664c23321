import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'
import type { AppelInsi } from './appel-insi.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'
import type { PortsGuichet } from './ports-guichet.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let vue: Signal<VueAdmission | null>
const ouverts: Guichet[] = []
let antecedents: Signal<VueAntecedents | null>
let actes: string[]
let carteVitale: Awaited<ReturnType<PortsGuichet['carteVitale']>>
let appels: {
  appel: AppelInsi
  signal: AbortSignal
  repondre: (resultat: Result<EchangeInsi, Refus>) => void
}[]

const ANNE: Beneficiaire = {
  nomNaissance: 'MARTIN',
  nomUsuel: null,
  prenoms: 'ANNE',
  dateNaissance: '1984-05-17',
  rang: 1,
  matricule: null,
  nirAssure: '2840563220001',
  regime: null,
}

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  vue = creerSignal<VueAdmission | null>(null)
  antecedents = creerSignal<VueAntecedents | null>(null)
  actes = []
  appels = []
  carteVitale = succes(null)
})
afterEach(async () => {
  for (const guichet of ouverts.splice(0)) await guichet.fermer()
  await essai.detruire()
})

/** A desk on the real store, whose calls to INSi wait for the test to answer them. */
async function ouvrirGuichet(cadre: Cadre = CADRE_PAR_DEFAUT): Promise<Guichet> {
  const guichet = await creerGuichet({
    ...portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) }),
    cadre,
    vue,
    antecedents,
    carteVitale: () => Promise.resolve(carteVitale),
    appelerInsi: (appel, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(echec(refuser('insi/annule'))))
        appels.push({ appel, signal, repondre: resolve })
      }),
  })
  ouverts.push(guichet)
  return guichet
}

async function admettre(guichet: Guichet, nom: string): Promise<VueAdmission> {
  const ouverte = valeur(await guichet.ouvrir())
  for (const [trait, brut] of [
    ['nomNaissance', nom],
    ['prenomsNaissance', 'Anne'],
    ['sexe', 'F'],
    ['dateNaissance', '12041987'],
    ['lieuNaissance', '29019'],
  ] as const)
    valeur(await guichet.agir(ouverte.id, { type: 'trait-saisi', trait, brut }))
  return ouverte
}

const SANS_REPONSE = succes({ messageId: 'uuid:m', reponse: { codeCR: '01' as const } })
const tour = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('le guichet', () => {
  it("refuse un acte destiné à une autre admission que celle qu'il sert", async () => {
    const guichet = await ouvrirGuichet()
    const premiere = await admettre(guichet, 'Martin')
    await guichet.agir(premiere.id, { type: 'close' })
    await guichet.ouvrir()
    const tardif = await guichet.agir(premiere.id, {
      type: 'trait-saisi',
      trait: 'nomNaissance',
      brut: 'Durand',
    })
    expect(tardif).toEqual(echec(refuser('admission/absente')))
    expect(vue.lire()?.saisie.nomNaissance).toBeNull()
  })

  it('une réponse INSi qui arrive pour le patient précédent ne touche pas le suivant, et le précédent a été annulé', async () => {
    const guichet = await ouvrirGuichet()
    const premiere = await admettre(guichet, 'Martin')
    await guichet.agir(premiere.id, { type: 'insi-demandee', appelId: 'appel-1' })
    await guichet.agir(premiere.id, { type: 'close' })
    const suivante = valeur(await guichet.ouvrir())
    expect(appels[0]?.signal.aborted).toBe(true)
    appels[0]?.repondre(SANS_REPONSE)
    await tour()
    expect(vue.lire()).toEqual(suivante)
  })

  it('journalise chaque acte avant de le conserver et de le montrer', async () => {
    const guichet = await ouvrirGuichet()
    const { id } = await admettre(guichet, 'Martin')
    await guichet.agir(id, { type: 'piece-enregistree', piece: { type: 'CN', date: '2026-11-22' } })
    expect(actes.slice(-2)).toEqual(['piece-enregistree', 'statut-change'])
    expect((await coffre.admissions.parId(id))?.piece).toEqual({ type: 'CN', date: '2026-11-22' })
  })

  it.each([
    ['la même carte', succes('a'), 1, []],
    ['une autre carte', succes('b'), 0, ['insi-bloquee']],
    ['plus de carte', succes(null), 0, ['insi-bloquee']],
    ['une carte que rien ne relit', echec(refuser('cartes/occupee')), 0, []],
  ] as const)('traits d’une Carte Vitale, %s à l’appel : il part ou il est bloqué', async (...cas) => {
    const [, vue, partis, lignes] = cas
    const guichet = await ouvrirGuichet()
    const { id } = await admettre(guichet, 'Martin')
    await guichet.agir(id, { type: 'beneficiaire-choisi', beneficiaire: ANNE, carte: 'a' })
    carteVitale = vue
    const issue = await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' })
    expect([issue.ok ? 1 : 0, appels.length]).toEqual([partis, partis])
    expect(actes.filter((acte) => acte === 'insi-bloquee')).toEqual(lignes)
    expect(valeur(await guichet.agir(id, { type: 'carte-oubliee' })).saisie.nomNaissance).toMatchObject({
      valeur: 'MARTIN',
      provenance: 'SM',
    })
  })

  it("un appel coupé par un arrêt n'est jamais rejoué : la reprise dit que son issue est inconnue", async () => {
    const guichet = await ouvrirGuichet()
    const { id } = await admettre(guichet, 'Martin')
    await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' })
    // The search made beside the form is over, and this desk dies without a word.
    await vi.waitFor(() => expect(antecedents.lire()?.etat).toBe('faite'))
    await guichet.aImprimer(id)
    ouverts.pop()
    coffre = await essai.rouvrir()
    const appelsAvant = appels.length
    await ouvrirGuichet()
    expect(vue.lire()?.id).toBe(id)
    expect(vue.lire()?.insi).toEqual({ etat: 'en-echec', refus: 'insi/interrompu' })
    expect(appels.length).toBe(appelsAvant)
  })

  it("n'ouvre pas un patient tant qu'un autre est au guichet", async () => {
    const guichet = await ouvrirGuichet()
    await guichet.ouvrir()
    expect(await guichet.ouvrir()).toEqual(echec(refuser('admission/etape')))
  })

  it("fermer arrête l'appel en cours et n'affiche plus personne", async () => {
    const guichet = await ouvrirGuichet()
    const { id } = await admettre(guichet, 'Martin')
    await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' })
    await guichet.fermer()
    expect([vue.lire(), appels[0]?.signal.aborted]).toEqual([null, true])
  })
})

describe('les droits, au guichet (modèles d’organisation)', () => {
  const enModele3 = (role: Role): Cadre => ({
    ...CADRE_PAR_DEFAUT,
    habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role, organisation: organisationDuModele(3) },
  })

  it('la session qui se ferme pendant une saisie la garde, puis ne montre ni n’accepte plus rien', async () => {
    const guichet = await ouvrirGuichet()
    const { id } = await admettre(guichet, 'Kervadoc')
    const saisie = guichet.agir(id, { type: 'trait-saisi', trait: 'nomUtilise', brut: 'Landreville' })
    const appel = guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' })
    await guichet.fermer()
    expect([(await saisie).ok, (await appel).ok, appels[0]?.signal.aborted]).toEqual([true, true, true])
    expect([vue.lire(), antecedents.lire()]).toEqual([null, null])
    expect(await guichet.agir(id, { type: 'close' })).toEqual(echec(refuser('admission/absente')))
    const gardee = await coffre.admissions.ouverte('demo')
    expect([gardee?.saisie.nomUtilise?.valeur, gardee?.interrogation.etat]).toEqual([
      'LANDREVILLE',
      'en-echec',
    ])
  })

  it('modèle 3 : la pièce reste en trace, l’appel est refusé et journalisé', async () => {
    const guichet = await ouvrirGuichet(enModele3('agent'))
    const { id } = await admettre(guichet, 'Kervadoc')
    const piece = { type: 'CN', date: '2026-11-22' }
    const avec = valeur(await guichet.agir(id, { type: 'piece-enregistree', piece }))
    expect([avec.statut, avec.attente, avec.piece]).toEqual([
      'provisoire',
      { etat: 'a-valider', refus: 'droits/valider/referent' },
      { ...piece, aValider: true },
    ])
    expect(await guichet.agir(id, { type: 'insi-demandee', appelId: 'appel-1' })).toEqual(
      echec(refuser('droits/appeler-insi/referent')),
    )
    expect(actes.slice(-2)).toEqual([
      'piece-presentee',
      'acte-refuse insi-demandee droits/appeler-insi/referent',
    ])
    expect(appels).toEqual([])
    await guichet.fermer()
  })

  it('l’informatique n’ouvre aucune admission et ne cherche aucun patient', async () => {
    const guichet = await ouvrirGuichet(enModele3('informatique'))
    expect(await guichet.ouvrir()).toEqual(echec(refuser('droits/creer-modifier/agent')))
    const saisie = { nom: 'Kervadoc', prenom: '', dateNaissance: '', matricule: '' }
    expect(await guichet.chercher(saisie)).toEqual(echec(refuser('droits/creer-modifier/agent')))
    expect(actes).toEqual([
      'acte-refuse admission-ouverte droits/creer-modifier/agent',
      'acte-refuse patients-cherches droits/creer-modifier/agent',
    ])
    await guichet.fermer()
  })
})
