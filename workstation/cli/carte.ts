import { once } from 'node:events'
import { parseArgs } from 'node:util'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import { evenementsEntre } from '#domain/cartes/evenements.ts'
import type { Beneficiaire, LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser } from '#domain/refus/refus.ts'
import { startCartes, type CartesClient } from '#native-bridge/proc/cartes-client.ts'
import { relireReglagesCartes } from '../configuration/reglages-cartes.ts'
import { echouer, reussir, type Commande, type Sortie } from './commande.ts'
import { refuserCarte } from './sortie-cartes.ts'

const ACTIONS: Readonly<Record<string, (cartes: CartesClient) => Promise<Sortie>>> = { lire, suivre }

export const carte: Commande = {
  usage: 'carte lire|suivre',
  resume:
    "Lit la carte Vitale insérée, en JSON, ou suit lecteurs et cartes, un JSON par ligne, jusqu'à l'arrêt. Sorties de lire : 10 sans carte, 11 sans lecteur, 12 illisible, 13 service arrêté.",
  async executer(args) {
    const { positionals } = parseArgs({ args: [...args], options: {}, allowPositionals: true })
    const [nom = '', ...reste] = positionals
    const action = Object.hasOwn(ACTIONS, nom) && reste.length === 0 ? ACTIONS[nom] : undefined
    if (!action) return echouer(refuser('commande/inconnue', 'carte'))
    const cartes = startCartes(await relireReglagesCartes(process.env))
    try {
      return await action(cartes)
    } finally {
      await cartes.stop()
    }
  },
}

/** Reads once the readers are known: a card inserted a moment ago may not have been seen yet. */
async function lire(cartes: CartesClient): Promise<Sortie> {
  await premierEtat(cartes)
  const lue = await cartes.lireVitale()
  return lue.ok ? reussir(`${JSON.stringify(afficher(lue.value))}\n`) : refuserCarte(lue.error)
}

const premierEtat = (cartes: CartesClient): Promise<void> =>
  new Promise((resolve) => {
    const cesser = cartes.watch(() => {
      resolve()
      queueMicrotask(() => cesser())
    })
  })

/** The shape that automation relies on: nothing more of the card leaves. */
const afficher = ({ lecteur, carte, beneficiaires }: LectureVitale) => ({
  lecteur,
  carte,
  beneficiaires: beneficiaires.map(personne),
})

const personne = (une: Beneficiaire) => ({
  nomNaissance: une.nomNaissance,
  nomUsuel: une.nomUsuel,
  prenoms: une.prenoms,
  dateNaissance: une.dateNaissance,
  rang: une.rang,
  matricule: une.matricule,
  nirAssure: une.nirAssure,
})

/** Tells what happens until the program is stopped, or nobody listens any more. */
async function suivre(cartes: CartesClient): Promise<Sortie> {
  let avant: EtatCartes | null = null
  const cesser = cartes.watch((etat) => {
    for (const evenement of evenementsEntre(avant, etat))
      process.stdout.write(`${JSON.stringify(evenement)}\n`)
    avant = etat
  })
  const fini = new AbortController()
  const { signal } = fini
  await Promise.race([
    once(process, 'SIGINT', { signal }),
    once(process, 'SIGTERM', { signal }),
    // The reader of a pipe went away.
    once(process.stdout, 'error', { signal }).catch(() => undefined),
  ])
  cesser()
  fini.abort()
  return reussir('')
}
