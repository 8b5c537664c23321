import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { estCarteDeTest } from '#domain/cartes/porteur-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { startCartes } from '#native-bridge/proc/cartes-client.ts'
import { lireConfiguration } from '../configuration/configuration.ts'
import { choisirCryptolib } from '../configuration/cryptolib.ts'
import { dossierDonnees } from '../configuration/dossier-donnees.ts'
import { reussir, type Commande, type Sortie } from './commande.ts'

/** Exit of each refusal: no card, no reader, service stopped, Cryptolib missing; any other card is unreadable. */
const SORTIES: Readonly<Partial<Record<CodeRefus, number>>> = {
  'cpx/absente': 10,
  'cartes/aucun-lecteur': 11,
  'cartes/lecteur-debranche': 11,
  'cartes/service-arrete': 13,
  'cartes/bibliotheque-absente': 13,
  'cartes/module-arrete': 13,
  'cpx/bibliotheque-absente': 14,
}
const ILLISIBLE = 12

const DELAI_MS = 20_000

export const cpx: Commande = {
  usage: 'cpx [--bibliotheque CHEMIN]',
  resume:
    'Affiche en JSON le porteur de la carte professionnelle, sans code. Sorties : 10 sans carte, 11 sans lecteur, 12 illisible, 13 service arrêté, 14 Cryptolib absente.',
  async executer(args) {
    const { values } = parseArgs({ args: [...args], options: { bibliotheque: { type: 'string' } } })
    const carte = await premiereCarte(values.bibliotheque ?? (await cryptolibReglee()))
    return carte.ok ? reussir(`${JSON.stringify(afficher(carte.value))}\n`) : refusee(carte.error)
  },
}

const refusee = (refus: Refus): Sortie => ({
  texte: '',
  refus: [refus],
  sortie: SORTIES[refus.code] ?? ILLISIBLE,
})

/** The library of this workstation's settings, or of the environment alone where it has none. */
async function cryptolibReglee(): Promise<string | null> {
  const lue = await lireConfiguration(dossierDonnees(process.env), '', process.env)
  return lue.ok ? lue.value.cryptolib : choisirCryptolib(process.env)
}

/** The first thing the card process can say for sure. */
async function premiereCarte(cryptolib: string | null): Promise<Result<CpxPresente, Refus>> {
  const cartes = startCartes(cryptolib === null ? {} : { cryptolib })
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
