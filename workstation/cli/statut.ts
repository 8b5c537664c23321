import { parseArgs } from 'node:util'
import { statutIdentite } from '#domain/identite/identite.ts'
import { echouer, reussir, type Commande } from './commande.ts'
import { lireIdentite } from './lire-identite.ts'

export const statut: Commande = {
  usage: 'statut --identite FICHIER.json',
  resume: "Affiche le statut déduit d'une identité : provisoire, recuperee, validee ou qualifiee.",
  async executer(args) {
    const { values } = parseArgs({ args: [...args], options: { identite: { type: 'string' } } })
    const identite = await lireIdentite(values.identite, new Date())
    return identite.ok ? reussir(`${statutIdentite(identite.value)}\n`) : echouer(...identite.error)
  },
}
