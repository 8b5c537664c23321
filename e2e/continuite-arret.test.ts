import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import { SAISIE_ZOE } from '#workstation/guichet/ports-essai.ts'
import { monterAtelier, type Atelier, type Poste } from '../bin/montage/atelier.ts'
import { appelerPoste, type ClientPoste } from '../bin/montage/client-poste.ts'

/** Longer than the workstation waits between two looks at what may leave. */
const PLUSIEURS_REGARDS_MS = 4000

let dossier: string
let atelier: Atelier
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-continuite-'))
  atelier = await monterAtelier(dossier, { cartes: false })
})
afterAll(async () => {
  await atelier.fermer()
  rmSync(dossier, { recursive: true })
})

interface Seance {
  readonly poste: Poste
  readonly lien: ClientPoste
}

async function demarrer(): Promise<Seance> {
  const poste = await atelier.demarrerPoste()
  const lien = await appelerPoste(await poste.adresse())
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  await lien.client.session.ouvrir({ identifiant, motDePasse })
  return { poste, lien }
}

async function tuer({ poste, lien }: Seance): Promise<void> {
  poste.programme.tuer('SIGKILL')
  await poste.programme.fin
  lien.fermer()
}

/** Waits for the view of the desk to become so. */
async function voir({ lien }: Seance, vrai: (vue: VueAdmission) => boolean): Promise<VueAdmission> {
  for await (const vue of await lien.client.admission.suivre()) if (vue && vrai(vue)) return vue
  throw new Error('The workstation stopped showing its desk.')
}

/** A patient whose call failed and was put off. */
async function differer(seance: Seance): Promise<string> {
  const { admission } = seance.lien.client
  const { id } = await admission.ouvrir()
  for (const [trait, brut] of SAISIE_ZOE) await admission.saisirTrait({ admission: id, trait, brut })
  await atelier.insi.setMode({ nom: 'erreur', argument: 'insi_102' })
  await admission.interrogerInsi({ admission: id })
  await voir(seance, ({ insi }) => insi.etat === 'en-echec')
  await admission.differerInsi({ admission: id })
  await admission.clore({ admission: id })
  return id
}

const recues = (): number => atelier.insi.requetes.length

async function jusqua(vrai: () => boolean): Promise<void> {
  while (!vrai()) await attendre(50)
}

it(
  'kill -9 pendant le rejeu d’un appel différé : rien de perdu, rien de rejoué, une personne le trouve incertain',
  { timeout: 90_000 },
  async () => {
    const premiere = await demarrer()
    const id = await differer(premiere)
    await tuer(premiere)

    await atelier.insi.setMode({ nom: 'lent', argument: '60000' })
    const avant = recues()
    const deuxieme = await demarrer()
    await jusqua(() => recues() > avant)
    await tuer(deuxieme)

    await atelier.insi.setMode({ nom: 'normal', argument: '' })
    const apres = recues()
    const troisieme = await demarrer()
    await attendre(PLUSIEURS_REGARDS_MS)
    expect([apres - avant, recues() - apres]).toEqual([1, 0])
    const { travail, admission } = troisieme.lien.client
    const { attentes } = await travail.attentes()
    expect(attentes.map((ligne) => [ligne.admission, ligne.raison, ligne.statut])).toEqual([
      [id, 'reponse-differee', 'provisoire'],
    ])
    const reprise = await travail.reprendre({ admission: id })
    expect([reprise.insi, reprise.differe?.etat]).toEqual([
      { etat: 'en-echec', refus: 'insi/interrompu' },
      'a-revoir',
    ])
    await admission.interrogerInsi({ admission: id })
    const trouvee = await voir(troisieme, ({ insi }) => insi.etat === 'trouvee')
    expect([trouvee.differe, recues() - apres]).toEqual([null, 1])
    await admission.clore({ admission: id })
    await tuer(troisieme)
    expect((await verifierJournal(join(atelier.donnees, 'journal.jsonl'))).ok).toBe(true)
  },
)

it(
  'un appel différé part de lui-même dès qu’INSi répond, sans que personne ne l’accepte',
  { timeout: 60_000 },
  async () => {
    const seance = await demarrer()
    const id = await differer(seance)
    // A new start knows nothing of the failure: the call may leave at once.
    await tuer(seance)
    await atelier.insi.setMode({ nom: 'normal', argument: '' })
    const avant = recues()
    const suivante = await demarrer()
    await jusqua(() => recues() > avant)
    const { travail } = suivante.lien.client
    const raisonDe = async () => (await travail.attentes()).attentes.find((ligne) => ligne.admission === id)
    while ((await raisonDe()) === undefined) await attendre(100)
    expect(await raisonDe()).toMatchObject({ raison: 'reponse-differee', statut: 'provisoire' })
    await attendre(PLUSIEURS_REGARDS_MS)
    expect(recues() - avant).toBe(1)
    await tuer(suivante)
  },
)
