import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as attendre } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import { monterAtelier, type Atelier } from '../bin/montage/atelier.ts'
import { appelerPoste, type ClientPoste } from '../bin/montage/client-poste.ts'

/** Twelve kills in the tests; `bin/campagne arret-brutal` plays two hundred. */
const ARRETS = Number(process.env['GUICHET_CAMPAGNE'] ?? 12)
/** The gesture below lasts about this long, so that kills fall anywhere in it. */
const DUREE_GESTE_MS = 600

let dossier: string
let atelier: Atelier
beforeAll(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-arret-'))
  atelier = await monterAtelier(dossier, { cartes: false })
})
afterAll(async () => {
  await atelier.fermer()
  rmSync(dossier, { recursive: true })
})

/** The last view the workstation acknowledged, and what was being asked when it died. */
interface Memoire {
  vue: VueAdmission | null
}

async function seConnecter(client: ClientPoste['client']): Promise<void> {
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  await client.session.ouvrir({ identifiant, motDePasse })
}

/** Plays the gesture over and over, remembering each acknowledged view, until the workstation dies under it. */
async function jouer({ client }: ClientPoste, memoire: Memoire): Promise<void> {
  const retenir = async (acte: Promise<VueAdmission>) => {
    memoire.vue = await acte
    return memoire.vue
  }
  for (;;) {
    const ouverte = memoire.vue?.close === false ? memoire.vue : await retenir(client.admission.ouvrir())
    const cette = { admission: ouverte.id }
    for (const [trait, brut] of [
      ['nomNaissance', 'Landreville'],
      ['prenomsNaissance', 'Anne-Claire Marie Josephe'],
      ['sexe', 'F'],
      ['dateNaissance', '12041987'],
      ['lieuNaissance', '29019'],
      ['nomUtilise', `ESSAI ${'ABCDEFGHIJ'[Math.floor(Math.random() * 10)]}`],
    ] as const)
      await retenir(client.admission.saisirTrait({ ...cette, trait, brut }))
    await retenir(client.admission.enregistrerPiece({ ...cette, type: 'CN' }))
    await retenir(client.admission.interrogerInsi(cette))
    await attendre(40)
    await retenir(client.admission.accepterInsi({ ...cette, motif: null }))
    await client.impression.fiche(cette)
    await retenir(client.admission.clore(cette))
  }
}

/** What a person would have lost: fields acknowledged before the kill and absent after. */
const perdus = (avant: VueAdmission | null, apres: VueAdmission | null): readonly string[] => {
  if (avant === null || avant.close || apres?.id !== avant.id) return []
  return Object.entries(avant.saisie)
    .filter(([trait, champ]) => champ !== null && apres.saisie[trait as keyof typeof avant.saisie] === null)
    .map(([trait]) => trait)
}

async function vueReprise(client: ClientPoste['client']): Promise<VueAdmission | null> {
  for await (const vue of await client.admission.suivre()) return vue
  return null
}

describe(`arrêt brutal du poste, ${ARRETS} fois au hasard du geste`, () => {
  it(
    "le coffre s'ouvre, le journal est intact, rien de ce qui fut montré n'est perdu, aucun appel n'est rejoué",
    { timeout: ARRETS * 15_000 },
    async () => {
      const bilan = { sessions: 0, journaux: 0, perdus: [] as string[], pieces: 0, rejoues: 0, arrets: 0 }
      const memoire: Memoire = { vue: null }
      for (let n = 0; n <= ARRETS; n += 1) {
        const poste = await atelier.demarrerPoste()
        const lien = await appelerPoste(await poste.adresse())
        const dernierAppel = atelier.insi.requetes.at(-1)
        await seConnecter(lien.client)
        bilan.sessions += 1
        const reprise = await vueReprise(lien.client)
        bilan.perdus.push(...perdus(memoire.vue, reprise))
        if (memoire.vue?.piece && !memoire.vue.close && reprise?.id === memoire.vue.id && !reprise.piece)
          bilan.pieces += 1
        if (atelier.insi.requetes.at(-1) !== dernierAppel) bilan.rejoues += 1
        if (reprise !== null) memoire.vue = reprise
        const verifie = await verifierJournal(join(atelier.donnees, 'journal.jsonl'))
        if (verifie.ok) bilan.journaux += 1
        if (n === ARRETS) {
          lien.fermer()
          break
        }
        const geste = jouer(lien, memoire).catch(() => undefined)
        await attendre(Math.random() * DUREE_GESTE_MS)
        poste.programme.tuer('SIGKILL')
        await poste.programme.fin
        lien.fermer()
        await geste
        bilan.arrets += 1
      }
      expect(bilan).toEqual({
        sessions: ARRETS + 1,
        journaux: ARRETS + 1,
        perdus: [],
        pieces: 0,
        rejoues: 0,
        arrets: ARRETS,
      })
    },
  )
})
