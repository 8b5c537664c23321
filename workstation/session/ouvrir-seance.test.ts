import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import { CADRE_PAR_DEFAUT } from '#domain/droits/cadre.ts'
import type { Habilitation } from '#domain/droits/peut.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { COMPTE_DEMONSTRATION, preparerDemonstration } from '#services/comptes/compte-demonstration.ts'
import { ouvrirSession } from '#services/comptes/ouvrir-session.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'
import { openJournal } from '#services/journal/open-journal.ts'
import { vigieEssai } from '../continuite/vigie-essai.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import { creerSignal } from '../etat/signal.ts'
import { ouvrirLieux } from '../lieux/lieux.ts'
import { creerSante } from '../sante/sante.ts'
import { creerFrein } from './frein.ts'
import { ouvrirSeance } from './ouvrir-seance.ts'

let dossier: string
beforeEach(async () => {
  dossier = mkdtempSync(join(tmpdir(), 'guichet-seance-'))
  await preparerDemonstration({
    coffre: join(dossier, 'coffre.db'),
    comptes: join(dossier, 'comptes.json'),
    aleatoire: randomBytes,
  })
})
afterEach(() => rmSync(dossier, { recursive: true }))

const now = () => new Date('2026-11-22T09:00:00.000Z')

/** Opens a session as the workstation does, then leaves; tells whether it opened and what the journal is worth. */
async function passer(motDePasse: string, environnement: EnvironnementInsi = 'simulation') {
  const journal = openJournal({ file: join(dossier, 'journal.jsonl'), now, poste: 'ACCUEIL-01' })
  if (!journal.ok) throw new Error(journal.error.code)
  const sante = creerSante({ version: '0.1.0', poste: 'ACCUEIL-01', environnement })
  const ports = {
    dossier,
    journal: journal.value,
    lieux: ouvrirLieux,
    insi: () => Promise.resolve(echec(refuser('insi/configuration'))),
    carteVitale: () => Promise.resolve(succes(null)),
    sante,
    dispense: 'simulation' as const,
    vigie: vigieEssai(() => now().getTime()),
    parCarte: false,
    environnement,
    etablissement: creerSignal<Pick<Habilitation, 'organisation' | 'guichet'>>(CADRE_PAR_DEFAUT.habilitation),
    frein: creerFrein(() => 0),
    ecritures: creerFileAttente(),
    aleatoire: randomBytes,
    actualiser: () => undefined,
    reglages: CADRE_PAR_DEFAUT.reglages,
    vue: creerSignal<VueAdmission | null>(null),
    antecedents: creerSignal<VueAntecedents | null>(null),
    now,
    uuid: () => crypto.randomUUID(),
  }
  const { identifiant } = COMPTE_DEMONSTRATION
  const seance = await ouvrirSeance(ports, {
    moyen: 'mot-de-passe',
    authentifier: () => ouvrirSession(join(dossier, 'comptes.json'), identifiant, motDePasse),
  })
  if (seance.ok) await seance.value.fermer('agent')
  journal.value.close()
  const etat = sante.etat.lire().composants.find(({ nom }) => nom === 'journal')
  return { ouverte: seance.ok ? seance.value.agent.nom : seance.error.code, journal: etat?.refus }
}

const actes = (): readonly string[] =>
  readFileSync(join(dossier, 'journal.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((ligne) => (JSON.parse(ligne) as { acte: string }).acte)

describe('une séance au guichet', () => {
  it("s'ouvre avec le mot de passe de l'agent et laisse ses lignes au journal", async () => {
    expect(await passer(COMPTE_DEMONSTRATION.motDePasse)).toEqual({
      ouverte: 'Agent de démonstration',
      journal: null,
    })
    expect(actes()).toEqual(['session-ouverte', 'session-fermee'])
  })

  it('se refuse avec un autre, et le journal le dit sans ce qui fut tapé', async () => {
    expect(await passer('mot de passe faux')).toEqual({ ouverte: 'session/identifiants', journal: null })
    expect(actes()).toEqual(['session-refusee'])
    expect(readFileSync(join(dossier, 'journal.jsonl'), 'utf8')).not.toContain('faux')
  })

  it('un journal tronqué est signalé, et le reste à chaque séance suivante', async () => {
    await passer(COMPTE_DEMONSTRATION.motDePasse)
    await passer(COMPTE_DEMONSTRATION.motDePasse)
    const file = join(dossier, 'journal.jsonl')
    const lignes = readFileSync(file, 'utf8').trim().split('\n')
    writeFileSync(file, `${lignes.slice(0, 1).join('\n')}\n`)
    expect((await passer(COMPTE_DEMONSTRATION.motDePasse)).journal).toBe('journal/rompu')
    expect((await passer(COMPTE_DEMONSTRATION.motDePasse)).journal).toBe('journal/rompu')
  })

  it('les identités de la recette ou d’un simulateur ne se mêlent jamais à celles de la production', async () => {
    const { motDePasse } = COMPTE_DEMONSTRATION
    expect((await passer(motDePasse, 'recette')).ouverte).toBe('Agent de démonstration')
    expect((await passer(motDePasse, 'production')).ouverte).toBe('coffre/environnement')
    expect((await passer(motDePasse, 'recette')).ouverte).toBe('Agent de démonstration')
  })
})
