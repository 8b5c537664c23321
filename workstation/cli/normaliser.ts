import { text } from 'node:stream/consumers'
import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import { echouer, reussir, type Commande } from './commande.ts'

export const normaliser: Commande = {
  usage: 'normaliser [TEXTE]',
  resume:
    "Écrit un nom ou une liste de prénoms selon le RNIV ; une liste se reconnaît à ses virgules. Sans TEXTE, le lit sur l'entrée standard : tout utilisateur du PC peut voir une ligne de commande.",
  async executer(args) {
    const texte = args.length > 0 ? args.join(' ') : (await text(process.stdin)).trim()
    const lu = /[,;]/.test(texte) ? lirePrenoms(texte) : lireNom(texte)
    return lu.ok ? reussir(`${lu.value}\n`) : echouer(lu.error)
  },
}
