import { arch, platform, release } from 'node:os'
import { join } from 'node:path'
import type { DiagnosticCartes, EssaiCarte } from '#contracts/materiel.ts'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { phraseDe, refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { startCartes, type CartesClient } from '#native-bridge/proc/cartes-client.ts'
import { ecrireAtomiquement } from '#services/comptes/ecriture-atomique.ts'
import type { Configuration } from '../configuration/configuration.ts'
import { reglagesCartes } from '../configuration/reglages-cartes.ts'
import { noterLecture, suivreIncidents } from './incidents-cartes.ts'
import { ouvrirRoles } from './roles-gardes.ts'

/** The cards of the desk, and what IT may look at and try of them; nothing of a person ever comes out of here. */
export interface Materiel {
  readonly cartes: CartesClient
  diagnostic(): Promise<DiagnosticCartes>
  /** Reads the card present and tells only whether it can be read: how many persons, in how long. */
  essayer(): Promise<EssaiCarte>
  /** Exchanges the roles of the readers, for good. */
  permuter(): Result<null, Refus>
  /** Writes the diagnostic in the data folder, with its sentences, and gives the path. */
  exporter(): Promise<Result<string, Refus>>
}

interface Outils {
  /** Awaited before the card process starts. */
  readonly depart: Promise<void>
  readonly now: () => Date
}

type Reglages = Pick<Configuration, 'dossier' | 'poste' | 'version' | 'cryptolib' | 'apilec'>

export function creerMateriel(configuration: Reglages, { depart, now }: Outils): Materiel {
  const { dossier, poste, version, apilec } = configuration
  const gardes = ouvrirRoles(dossier)
  const client = startCartes({
    depart,
    ...reglagesCartes(configuration),
    lecteurVitale: gardes.lecteurVitale,
  })
  const incidents = suivreIncidents(client, now)
  const lireVitale = noterLecture(incidents, client.lireVitale)
  let etat: EtatCartes = { lecteurs: [], refus: null }
  const cesser = client.watch((nouveau) => (etat = nouveau))

  const diagnostic = async (): Promise<DiagnosticCartes> => {
    const bibliotheques = await client.inventorier()
    const roles = gardes.roles(etat.lecteurs)
    return {
      instant: now().toISOString(),
      poste,
      version,
      systeme: `${platform()} ${release()} ${arch()}, Node ${process.versions.node}`,
      fournisseur: apilec === null ? 'apdu' : 'apilec',
      refus: etat.refus,
      lecteurs: etat.lecteurs.map(({ nom, carte, muette }) => ({
        nom,
        carte,
        muette,
        role: roles[nom] ?? 'vitale',
      })),
      bibliotheques: bibliotheques.ok ? [...bibliotheques.value] : [],
      incidents: [...incidents.derniers()],
    }
  }
  return {
    cartes: {
      ...client,
      lireVitale,
      async stop() {
        cesser()
        incidents.arreter()
        await client.stop()
      },
    },
    diagnostic,
    async essayer() {
      const depuis = performance.now()
      const lue = await lireVitale()
      return juger(lue, Math.round(performance.now() - depuis))
    },
    permuter: () => gardes.permuter(etat.lecteurs),
    async exporter() {
      const file = join(dossier, 'diagnostic-cartes.json')
      try {
        ecrireAtomiquement(file, `${JSON.stringify(expliquer(await diagnostic()), null, 2)}\n`)
        return succes(file)
      } catch {
        return echec(refuser('configuration/ecriture'))
      }
    },
  }
}

/** What a trial may say of a reading: everything but whom it names. */
function juger(lue: Result<LectureVitale, Refus>, dureeMs: number): EssaiCarte {
  if (!lue.ok) return { dureeMs, lue: null, refus: lue.error.code }
  const { lecteur, carte, beneficiaires } = lue.value
  return { dureeMs, lue: { lecteur, carte, beneficiaires: beneficiaires.length }, refus: null }
}

/** Each code followed by the sentence that says what to do, for whoever reads the file elsewhere. */
const expliquer = (diagnostic: DiagnosticCartes) => ({
  ...diagnostic,
  incidents: diagnostic.incidents.map((incident) => ({
    ...incident,
    phrase: phraseDe({ code: incident.refus }),
  })),
})
