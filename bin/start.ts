import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { monterAtelier } from './montage/atelier.ts'
import { aUnEcran, ouvrirFenetre, trouverNavigateur } from './montage/fenetre.ts'
import { racine } from './montage/racine.ts'

/** Opens the workstation on embedded defaults: simulated cards, INSi and printer, local encrypted store. */
const { values } = parseArgs({ options: { demo: { type: 'boolean', default: false } } })

if (values.demo) {
  const { jouerDemonstration } = await import('./demo/demonstration.ts')
  process.exit((await jouerDemonstration(racine('out/demo'))) ? 0 : 1)
}

const dossier = racine('out/poste')
const atelier = await monterAtelier(dossier, { cartes: true })
const poste = await atelier.demarrerPoste()
console.log('Guichet INS est prêt. Compte de démonstration : demo, mot de passe demonstration.')
if ('absentes' in atelier.cartes)
  console.log(`Cartes simulées indisponibles : ${atelier.cartes.absentes.trim()}`)
else {
  console.log('Cartes simulées : tapez « inserer A », « inserer B », « retirer », « aide » puis Entrée.')
  process.stdin.pipe(atelier.cartes.entree)
}
console.log(`Documents imprimés : ${atelier.imprimante.dossier}`)

const navigateur = aUnEcran() ? trouverNavigateur() : null
if (navigateur === null)
  console.log(`Ouvrez cette adresse, valable une fois pendant 15 secondes : ${await poste.adresse()}`)
else
  ouvrirFenetre(navigateur, await poste.page(), dossier).once('exit', () =>
    process.kill(process.pid, 'SIGTERM'),
  )

await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
await atelier.fermer()
process.exit(0)
