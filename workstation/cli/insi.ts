import { refuser } from '#domain/refus/refus.ts'
import { echouer, type Commande, type Sortie } from './commande.ts'
import { chercher } from './insi-chercher.ts'
import { tester } from './insi-test.ts'

const ACTIONS: Readonly<Record<string, (args: readonly string[]) => Promise<Sortie>>> = {
  chercher,
  test: tester,
}

export const insi: Commande = {
  usage:
    'insi chercher --nom NOM --prenom PRENOM --sexe F|M --date AAAA-MM-JJ [--lieu COG] | test ; [--config FICHIER] [--agent IDENTIFIANT]',
  resume:
    "chercher : appelle INSi une fois, pour une personne, et affiche sa réponse en JSON, inscrit au journal des commandes ; sorties : 0 une identité, 10 aucune, 11 plusieurs, 2 saisie incorrecte, 20 et plus en cas de panne. test : essaie le chemin jusqu'à INSi étape par étape, sur l'identité d'essai publiée.",
  async executer([nom = '', ...args]) {
    const action = Object.hasOwn(ACTIONS, nom) ? ACTIONS[nom] : undefined
    return action ? action(args) : echouer(refuser('commande/inconnue', 'insi'))
  },
}
