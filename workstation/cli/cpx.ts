import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { estCarteDeTest } from '#domain/cartes/porteur-cpx.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { startCartes, type OptionsCartes } from '#native-bridge/proc/cartes-client.ts'
import { relireReglagesCartes } from '../configuration/reglages-cartes.ts'
import { reussir, type Commande } from './commande.ts'
import { refuserCarte } from './sortie-cartes.ts'

const DELAI_MS = 20_000

export const cpx: Commande = {
  usage: 'cpx [--bibliotheque CHEMIN]',
  resume:
    'Affiche en JSON le porteur de la carte professionnelle, sans code. Sorties : 10 sans carte, 11 sans lecteur, 12 illisible, 13 service arrêté, 14 Cryptolib absente.',
  async executer(args) {
    const { values } = parseArgs({ args: [...args], options: { bibliotheque: { type: 'string' } } })
    const { bibliotheque: cryptolib } = values
    const reglages = cryptolib === undefined ? await relireReglagesCartes(process.env) : { cryptolib }
    const carte = await premiereCarte(reglages)
    return carte.ok ? reussir(`${JSON.stringify(afficher(carte.value))}\n`) : refuserCarte(carte.error)
  },
}

/** The first thing the card process can say for sure. */
async function premiereCarte(options: OptionsCartes): Promise<Result<CpxPresente, Refus>> {
  const cartes = startCartes(options)
  const dite = Promise.withResolvers<Result<CpxPresente, Refus>>()
  cartes.cpx.watch((etat) => {
    const issue = conclure(etat)
    if (issue) dite.resolve(issue)
  })
  const delai = new AbortController()
  const attente = sleep(DELAI_MS, echec(refuser('cpx/delai')), { signal: delai.signal })
  const carte = await Promise.race([dite.promise, attente])
  delai.abort()
  attente.catch(() => undefined)
  await cartes.stop()
  return carte
}

function conclure(etat: EtatCpx): Result<CpxPresente, Refus> | null {
  if (etat.etat === 'lecture') return null
  return etat.etat === 'presente' ? succes(etat) : echec(refuser(etat.refus))
}

const afficher = ({ lecteur, porteur, code }: CpxPresente) => {
  const { sujet: _sujet, ...affiche } = porteur
  return { lecteur, ...affiche, test: estCarteDeTest(porteur), code }
}
