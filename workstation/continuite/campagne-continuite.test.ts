import { setImmediate as tour } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { cleDe } from '#domain/identite/matricule.ts'
import { succes } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { createClientInsi } from '#services/insi/client.ts'
import { lireMode } from '#simulators/insi/modes.ts'
import type { PersonneInsi } from '#simulators/insi/population.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import type { AppelInsi } from '../guichet/appel-insi.ts'
import { creerGuichet, type Guichet } from '../guichet/guichet.ts'
import { portsEssai, valeur } from '../guichet/ports-essai.ts'
import type { PortsGuichet } from '../guichet/ports-guichet.ts'
import { vigieEssai } from './vigie-essai.ts'

/** Patients of the short form; `bin/campagne continuite-insi` admits two thousand. */
const ADMISSIONS = Number(process.env['GUICHET_CAMPAGNE_CONTINUITE'] ?? 30)

/** One call in five fails, in one of these ways, each after INSi received it. */
const PART_EN_PANNE = 5
const PANNES = ['coupure-apres', 'erreur insi_102', 'indisponible', 'html', 'coupure-pendant'] as const

/** Time between two patients on the clock of the campaign. */
const ENTRE_PATIENTS_MS = 30_000

/** A call of the campaign ends well before this. */
const ATTENTE_MS = 30_000

/** The chance of the campaign, the same each time: what failed once fails again. */
const randomInt = creerHasard(20_261_122)

/** One replay in so many is cut by the death of the workstation. */
const ARRET_SUR = 8

let campagne: Campagne
beforeEach(async () => {
  campagne = await monterCampagne()
})
afterEach(() => campagne.detruire())

it(
  `${ADMISSIONS} admissions, un appel sur cinq en panne, des arrêts brutaux : rien de perdu, rien en double, chaque appel différé parti une fois`,
  { timeout: 60_000 + ADMISSIONS * 1000 },
  async () => {
    await derouler(campagne, ADMISSIONS)
    const { actes, appelIds, messageIds } = campagne
    const recus = campagne.recus()
    const nombreDe = (acte: string) => actes.filter((un) => un === acte).length
    expect({
      identites: await identitesFausses(campagne),
      attente: await campagne.coffre.differes.compter(),
      appelsEnDouble: appelIds.length - new Set(appelIds).size,
      requetesEnDouble: recus.length - new Set(recus).size,
      requetesSansAppel: recus.filter((id) => !messageIds.includes(id)).length,
      differesNonPartis: nombreDe('appel-differe') - nombreDe('appel-rejoue') - nombreDe('differe-annule'),
    }).toEqual({
      identites: [],
      attente: { enAttente: 0, aRevoir: 0 },
      appelsEnDouble: 0,
      requetesEnDouble: 0,
      requetesSansAppel: 0,
      differesNonPartis: 0,
    })
    // A campaign that put nothing off would prove nothing.
    expect(nombreDe('appel-differe')).toBeGreaterThan(ADMISSIONS / 10)
  },
)

/** The real store, the real client and the simulator over mutual TLS, and what passed between them. */
interface Campagne {
  readonly coffre: Coffre
  readonly guichet: () => Guichet
  readonly vue: PortsGuichet['vue']
  readonly actes: readonly string[]
  /** The identifier of each call asked for, and that of the one message it made. */
  readonly appelIds: readonly string[]
  readonly messageIds: readonly string[]
  /** The identifier of each message INSi received, as often as it received it. */
  readonly recus: () => readonly string[]
  /** Lets time pass. */
  readonly attendre: (ms: number) => void
  /** The workstation dies: what was under way never comes back, and another one opens its store. */
  readonly mourir: () => Promise<void>
  /** Admissions by the rank of their person. */
  readonly admises: Map<number, string>
  readonly detruire: () => Promise<void>
}

async function monterCampagne(): Promise<Campagne> {
  const essai = coffreEssai()
  const coffre = await essai.ouvrir()
  const insi = await brancherInsi()
  let instant = Date.parse('2026-11-22T08:00:00.000Z')
  const actes: string[] = []
  const vigie = vigieEssai(() => instant, { noter: ({ acte }) => actes.push(acte) })
  const base = portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) })

  async function demarrer(): Promise<{ guichet: Guichet; vie: { morte: boolean } }> {
    const vie = { morte: false }
    const surveille = vigie.surveiller(insi.appeler)
    const guichet = await creerGuichet({
      ...base,
      rejeu: { laisser: vigie.laisserRejouer, parCarte: false },
      now: () => new Date(instant),
      appelerInsi: async (appel, signal) => {
        const issue = await surveille(appel, signal)
        return vie.morte ? new Promise(() => undefined) : issue
      },
    })
    return { guichet, vie }
  }
  let poste = await demarrer()

  return {
    coffre,
    guichet: () => poste.guichet,
    vue: base.vue,
    actes,
    ...insi,
    admises: new Map(),
    attendre: (ms) => void (instant += ms),
    async mourir() {
      poste.vie.morte = true
      poste = await demarrer()
    },
    async detruire() {
      await poste.guichet.fermer()
      await insi.detruire()
      await essai.detruire()
    },
  }
}

/** The simulator over mutual TLS and the client of the product, each call in the fashion drawn for it. */
async function brancherInsi() {
  const personnes = Array.from({ length: ADMISSIONS }, (_, rang) => personneDe(rang))
  const simulateur = await startInsi({ maintenant: new Date(), population: { personnes, pannes: [] } })
  const outils = { now: () => new Date(), uuid: () => crypto.randomUUID() }
  const client = createClientInsi(reglagesSimules(simulateur), outils)
  const [appelIds, messageIds]: [string[], string[]] = [[], []]
  const recues = new Map<object, string>()
  // The simulator keeps its last requests only; one that came once its call was given up is found at the next one.
  const relever = (): void => {
    for (const requete of simulateur.requetes)
      if (!recues.has(requete))
        recues.set(requete, /MessageID[^>]*>([^<]+)</.exec(requete.xml)?.[1] ?? 'aucun')
  }
  return {
    appelIds,
    messageIds,
    recus() {
      relever()
      return [...recues.values()]
    },
    appeler: async ({ appelId, demande }: AppelInsi, signal: AbortSignal) => {
      appelIds.push(appelId)
      const panne = randomInt(PART_EN_PANNE) === 0
      const mode = lireMode(panne ? (PANNES[randomInt(PANNES.length)] ?? 'html') : 'normal')
      if (mode.ok) await simulateur.setMode(mode.value)
      const { messageId, resultat } = await client.chercherParTraits(demande, signal)
      messageIds.push(messageId)
      relever()
      return resultat.ok ? succes({ messageId, reponse: resultat.value }) : resultat
    },
    async detruire() {
      client.close()
      await simulateur.stop()
    },
  }
}

/** The visits admitted whose INS is not the one of their person, or that are still open. */
async function identitesFausses({ coffre, admises }: Campagne): Promise<readonly string[]> {
  const fausses: string[] = []
  for (const [rang, id] of admises) {
    const admission = await coffre.admissions.parId(id)
    const numero =
      admission?.interrogation.etat === 'acceptee' && admission.interrogation.identite.actif.numero
    if (numero !== personneDe(rang).actif.numero || !admission?.close) fausses.push(id)
  }
  return fausses
}

/** Admits that many patients, puts off what fails, makes and reviews what was put off, until nothing awaits anybody. */
async function derouler(campagne: Campagne, nombre: number): Promise<void> {
  for (let rang = 0; rang < nombre; rang += 1) {
    await admettre(campagne, rang)
    await rejouer(campagne)
    if (rang % 10 === 9) await revoir(campagne)
  }
  for (let tours = 0; tours < nombre; tours += 1) {
    const { enAttente, aRevoir } = await campagne.coffre.differes.compter()
    if (enAttente + aRevoir === 0) return
    await rejouer(campagne)
    await revoir(campagne)
  }
}

async function admettre({ guichet, vue, admises }: Campagne, rang: number): Promise<void> {
  const { id } = valeur(await guichet().ouvrir())
  admises.set(rang, id)
  const { traits } = personneDe(rang)
  for (const trait of ['nomNaissance', 'prenomsNaissance', 'sexe', 'lieuNaissance'] as const)
    valeur(await guichet().agir(id, { type: 'trait-saisi', trait, brut: traits[trait] }))
  const brut = traits.dateNaissance.split('-').toReversed().join('')
  valeur(await guichet().agir(id, { type: 'trait-saisi', trait: 'dateNaissance', brut }))
  valeur(await guichet().agir(id, { type: 'insi-demandee', appelId: crypto.randomUUID() }))
  await jusqua(() => vue.lire()?.insi.etat !== 'en-cours')
  await conclure(guichet(), vue.lire())
}

/** Accepts what INSi found, puts off what it did not answer, and closes. */
async function conclure(guichet: Guichet, vue: VueAdmission | null): Promise<void> {
  if (vue === null) throw new Error('No patient at the desk.')
  if (vue.insi.etat === 'trouvee') valeur(await guichet.agir(vue.id, { type: 'insi-acceptee', motif: null }))
  if (vue.insi.etat === 'en-echec')
    valeur(await guichet.agir(vue.id, { type: 'appel-differe', le: '2026-11-22T08:00:00.000Z' }))
  valeur(await guichet.agir(vue.id, { type: 'close' }))
}

/** Lets time pass, and makes the call put off that may leave then; now and again the workstation dies under it. */
async function rejouer({ guichet, coffre, attendre, mourir }: Campagne): Promise<void> {
  attendre(ENTRE_PATIENTS_MS)
  if (!valeur(await guichet().rejouerDiffere())) return
  if (randomInt(ARRET_SUR) === 0) await mourir()
  await jusqua(async () => (await coffre.differes.partis()).length === 0)
}

/** A person takes up each answer that awaits one. */
async function revoir({ guichet, vue }: Campagne): Promise<void> {
  const { attentes } = valeur(await guichet().travail.attentes())
  for (const { admission } of attentes) {
    valeur(await guichet().travail.reprendre(admission))
    await conclure(guichet(), vue.lire())
  }
}

async function jusqua(vrai: () => boolean | Promise<boolean>): Promise<void> {
  const fin = performance.now() + ATTENTE_MS
  while (!(await vrai())) {
    if (performance.now() > fin) throw new Error('What was under way never ended.')
    await tour()
  }
}

/** An invented person, told from any other by her name. */
function personneDe(rang: number): PersonneInsi {
  const jour = new Date(Date.UTC(1950, 0, 1 + rang * 11)).toISOString().slice(0, 10)
  const numero = `1${jour.slice(2, 4)}${jour.slice(5, 7)}63220${String(rang % 1000).padStart(3, '0')}`
  return {
    traits: {
      nomNaissance: `ESSAI${enLettres(rang)}`,
      prenomsNaissance: 'CAMILLE',
      sexe: 'M',
      dateNaissance: jour,
      lieuNaissance: '63220',
    },
    actif: { numero, cle: cleDe(numero), oid: '1.2.250.1.213.1.4.10', dateDebut: null, dateFin: null },
    historique: [],
  }
}

const enLettres = (nombre: number): string =>
  String(nombre)
    .padStart(4, '0')
    .replace(/\d/g, (chiffre) => 'ABCDEFGHIJ'.charAt(Number(chiffre)))

/** Numbers below what is asked, in a sequence that a seed decides (mulberry32). */
function creerHasard(graine: number): (sous: number) => number {
  let etat = graine
  return (sous) => {
    etat = (etat + 0x6d2b79f5) | 0
    let melange = Math.imul(etat ^ (etat >>> 15), 1 | etat)
    melange = (melange + Math.imul(melange ^ (melange >>> 7), 61 | melange)) ^ melange
    return Math.floor((((melange ^ (melange >>> 14)) >>> 0) / 2 ** 32) * sous)
  }
}
