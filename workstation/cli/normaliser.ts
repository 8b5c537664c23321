import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import { echouer, reussir, type Commande } from './commande.ts'

export const normaliser: Commande = {
  usage: 'normaliser TEXTE',
  resume: 'Écrit un nom ou une liste de prénoms selon le RNIV ; une liste se reconnaît à ses virgules.',
  executer(args) {
    const texte = args.join(' ')
    const lu = /[,;]/.test(texte) ? lirePrenoms(texte) : lireNom(texte)
    return Promise.resolve(lu.ok ? reussir(`${lu.value}\n`) : echouer(lu.error))
  },
}
