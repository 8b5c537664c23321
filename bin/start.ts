import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import { TAILLE_FOULE } from '#simulators/insi/foule/foule.ts'
import { writeWaitingPage } from '#workstation/host/launch-page.ts'
import { monterAtelier, type Atelier, type Poste } from './montage/atelier.ts'
import { findElectron } from './montage/electron-binary.ts'
import { aUnEcran, ouvrirCoquille, ouvrirNavigateurSur, trouverNavigateur } from './montage/fenetre.ts'
import { racine } from './montage/racine.ts'

const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })
process.exit(values.demo ? await demontrer() : await ouvrir())

async function demontrer(): Promise<number> {
  const { jouerDemonstration } = await import('./demo/demonstration.ts')
  return (await jouerDemonstration(racine('out/demo'))) ? 0 : 1
}

/** Opens the workstation on embedded defaults: simulated cards, INSi and printer, local encrypted store. */
async function ouvrir(): Promise<number> {
  const dossier = racine('out/poste')
  const atelier = await monterAtelier(dossier, { cartes: true, foule: TAILLE_FOULE })
  const { identifiant, motDePasse } = COMPTE_DEMONSTRATION
  console.log(`Guichet INS, simulation. Compte : ${identifiant}, mot de passe : ${motDePasse}.`)
  console.log(`Documents imprimés : ${atelier.imprimante.dossier}`)
  const fenetre = new AbortController()
  const donnerAdresse = await ouvrirLaFenetre(atelier, dossier, fenetre)
  suivreOrdres(atelier, donnerAdresse)
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM'), once(fenetre.signal, 'abort')])
  await atelier.fermer()
  return 0
}

/** The shell when its binary is here, else a browser as an application, else an address; gives how to have another address. */
async function ouvrirLaFenetre(
  atelier: Atelier,
  dossier: string,
  fenetre: AbortController,
): Promise<() => Promise<string>> {
  const electron = await findElectron()
  if (aUnEcran() && electron.present) {
    ouvrirCoquille(electron.path, atelier.environnement).once('exit', () => fenetre.abort())
    return () => Promise.resolve('Le guichet est ouvert dans sa fenêtre.')
  }
  const navigateur = aUnEcran() ? trouverNavigateur() : null
  // The window and the workstation start together: the slower of the two is the wait, not their sum.
  const attente = await writeWaitingPage(atelier.donnees)
  const ouverte = navigateur === null ? null : ouvrirNavigateurSur(navigateur, attente, dossier)
  ouverte?.once('exit', () => fenetre.abort())
  const poste = await demarrerSous(atelier, ouverte)
  const donner = async (): Promise<string> =>
    `Adresse valable une fois pendant 15 secondes : ${await poste.adresse()}`
  if (navigateur === null) console.log(`${await donner()}\nTapez « adresse » pour en avoir une autre.`)
  return donner
}

/** A window on a workstation that could not start would wait for it for ever. */
async function demarrerSous(atelier: Atelier, ouverte: ChildProcess | null): Promise<Poste> {
  try {
    return await atelier.demarrerPoste()
  } catch (cause) {
    ouverte?.kill()
    throw cause
  }
}

/** Orders typed by a person: cards go in and out, addresses are given. */
function suivreOrdres({ cartes }: Atelier, donnerAdresse: () => Promise<string>): void {
  if ('absentes' in cartes) console.log(`Cartes simulées indisponibles : ${cartes.absentes.trim()}`)
  else
    console.log('Cartes simulées : « inserer A » à « inserer H », « retirer », « muette », « tuer-service »…')
  createInterface({ input: process.stdin }).on('line', (ordre) => {
    if (ordre.trim() === 'adresse') void donnerAdresse().then(console.log)
    else if (!('absentes' in cartes) && ordre.trim() !== '')
      void cartes.ordonner(ordre).then((etat) => console.log(JSON.stringify(etat)))
  })
}
