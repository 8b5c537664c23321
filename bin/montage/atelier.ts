import { chmod, mkdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { authorityPath, libraryPath } from '#simulators/cards/cpx/cryptolib-simulee.ts'
import { cpxFolder } from '#simulators/cards/simulateur-cartes.ts'
import { ecrireFichiersClient } from '#simulators/insi/fichiers-client.ts'
import { lireAutorites } from '#simulators/insi/ligne-commande.ts'
import { ETABLISSEMENT_FICTIF, startInsi, type SimulateurInsi } from '#simulators/insi/server.ts'
import { demarrerImprimante, type ImprimanteSimulee } from '#simulators/printer/server.ts'
import { preparerDonnees } from './donnees.ts'
import { lancerProgramme, type Programme } from './programme.ts'
import { racine } from './racine.ts'

/** A workstation on embedded defaults and the outside world it talks to, all on loopback, all under one folder. */
export interface Atelier {
  readonly donnees: string
  readonly insi: SimulateurInsi
  readonly imprimante: ImprimanteSimulee
  /** Readers and cards on a real PC/SC service, or the reason why this machine has none. */
  readonly cartes: Programme | { readonly absentes: string }
  /** Environment of the workstation: where its data is, and the passphrase of the INSi key, which no file of it holds. */
  readonly environnement: NodeJS.ProcessEnv
  /** Starts the workstation; after a kill, starts it again on the same data. */
  demarrerPoste(): Promise<Poste>
  fermer(): Promise<void>
}

/** A workstation served on loopback. */
export interface Poste {
  readonly programme: Programme
  /** A page readable by its owner only, which leads to the workstation with a ticket good once for fifteen seconds. */
  page(): Promise<string>
  /** The single-use address itself. */
  adresse(): Promise<string>
}

export interface OptionsAtelier {
  /** How many invented people INSi knows besides those of the demonstration; none by default. */
  readonly foule?: number
  /** Simulate readers and cards; the PC/SC service of the machine is used as it is otherwise. */
  readonly cartes: boolean
}

export async function monterAtelier(
  dossier: string,
  { cartes, foule = 0 }: OptionsAtelier,
): Promise<Atelier> {
  // Everything under it, printed pages included, is its user's alone.
  await mkdir(dossier, { recursive: true })
  await chmod(dossier, 0o700)
  const donnees = join(dossier, 'donnees')
  const autoriteCartes = authorityPath(cpxFolder(dossierLecteurs(dossier)))
  const insi = await startInsi({
    maintenant: new Date(),
    foule,
    autoritesCpx: () => lireAutorites(autoriteCartes),
  })
  const imprimante = await demarrerImprimante({ dossier: join(dossier, 'imprimante'), mode: 'ok', port: 0 })
  const fichiers = ecrireFichiersClient(insi.pki, join(dossier, 'certificats'))
  const phrase = await readFile(fichiers.phrase, 'utf8')
  await preparerDonnees(donnees, {
    insi: { url: insi.url, fichiers, ...ETABLISSEMENT_FICTIF },
    imprimante: imprimante.url,
    autoriteCartes,
  })
  const lecteurs = cartes ? await lancerCartes(dossier) : { absentes: 'lecteurs simulés non demandés' }
  const environnement = {
    ...process.env,
    GUICHET_DONNEES: donnees,
    GUICHET_INSI_PFX_PASSPHRASE: phrase,
    ...(cartes && { GUICHET_CRYPTOLIB: libraryPath(cpxFolder(dossierLecteurs(dossier))) }),
  }
  const postes: Programme[] = []

  async function demarrerPoste(): Promise<Poste> {
    const programme = lancerProgramme(racine('dist/workstation/main.js'), {
      args: ['--loopback'],
      env: environnement,
    })
    postes.push(programme)
    // The first line says the port is open; its ticket may be stale by the time a window is ready.
    await programme.ligne()
    const ticket = (): Promise<Record<string, unknown>> => programme.ordonner('ticket')
    return {
      programme,
      page: async () => String((await ticket())['page']),
      adresse: async () => String((await ticket())['adresse']),
    }
  }

  return {
    donnees,
    insi,
    imprimante,
    cartes: lecteurs,
    environnement,
    demarrerPoste,
    async fermer() {
      await Promise.all(postes.map((poste) => poste.arreter()))
      if ('arreter' in lecteurs) await lecteurs.arreter()
      await insi.stop()
      await imprimante.arreter()
    },
  }
}

const dossierLecteurs = (dossier: string): string => join(dossier, 'lecteurs')

async function lancerCartes(dossier: string): Promise<Atelier['cartes']> {
  const programme = lancerProgramme(racine('simulators/cards/main.ts'), {
    args: ['--dossier', dossierLecteurs(dossier)],
  })
  try {
    await programme.ligne()
    return programme
  } catch (cause) {
    return { absentes: cause instanceof Error ? cause.message : String(cause) }
  }
}
