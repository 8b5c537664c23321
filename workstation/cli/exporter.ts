import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { lireAdresse, type Adresse } from '#domain/echanges/adresse.ts'
import { patientFrCore } from '#domain/echanges/fhir/patient.ts'
import { messagePam, type Evenement } from '#domain/echanges/hl7/message-pam.ts'
import { lireIpp } from '#domain/echanges/lire-ipp.ts'
import { ECHANGES_PAR_DEFAUT } from '#domain/echanges/reglages-echanges.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { lireConfiguration, type Configuration } from '../configuration/configuration.ts'
import { dossierDonnees } from '../configuration/dossier-donnees.ts'
import { horodatageDe } from '../guichet/jour.ts'
import { echouer, reussir, type Commande } from './commande.ts'
import { lireIdentite } from './lire-identite.ts'
import { lireJson } from './lire-json.ts'

type Site = Pick<Configuration, 'echanges' | 'environnement'>

/** What a command line says, read. */
interface Envoi extends Site {
  readonly identite: Identite
  readonly evenement: Evenement
  readonly ipp: string | null
  readonly adresse: Adresse | null
}

const TRAITEMENTS = { production: 'P', recette: 'D', simulation: 'T' } as const

const OPTIONS = {
  identite: { type: 'string' },
  format: { type: 'string' },
  evenement: { type: 'string', default: 'A28' },
  ipp: { type: 'string' },
  adresse: { type: 'string' },
} as const

export const exporter: Commande = {
  usage:
    'exporter --identite FICHIER.json --format hl7|fhir [--ipp IPP] [--evenement A28|A31] [--adresse FICHIER.json]',
  resume:
    "Affiche une identité en message IHE PAM (HL7 v2) ou en ressource Patient FR Core (FHIR) ; matricule et OID n'y sont que qualifiée, et si l'établissement les diffuse.",
  async executer(args) {
    const { values } = parseArgs({ args: [...args], options: OPTIONS })
    const { format, evenement } = values
    if (format !== 'hl7' && format !== 'fhir') return echouer(refuser('echange/format', 'format'))
    if (!estEvenement(evenement)) return echouer(refuser('echange/evenement', 'evenement'))
    const identite = await lireIdentite(values.identite, new Date())
    if (!identite.ok) return echouer(...identite.error)
    const ipp = values.ipp === undefined ? succes(null) : lireIpp(values.ipp)
    if (!ipp.ok) return echouer(ipp.error)
    const adresse = values.adresse === undefined ? succes(null) : await lireFichierAdresse(values.adresse)
    if (!adresse.ok) return echouer(adresse.error)
    const site = await lireSite()
    if (!site.ok) return echouer(site.error)
    const envoi = {
      ...site.value,
      identite: identite.value,
      evenement,
      ipp: ipp.value,
      adresse: adresse.value,
    }
    return reussir(format === 'hl7' ? ecrirePam(envoi) : ecrirePatient(envoi))
  },
}

const estEvenement = (texte: string): texte is Evenement => texte === 'A28' || texte === 'A31'

const ecrirePam = ({ identite, evenement, ipp, adresse, echanges, environnement }: Envoi): string =>
  messagePam(identite, {
    reglages: echanges,
    evenement,
    idMessage: randomUUID().replaceAll('-', '').slice(0, 20),
    horodatage: horodatageDe(new Date()),
    traitement: TRAITEMENTS[environnement],
    ipp,
    adresse,
  })

const ecrirePatient = ({ identite, ipp, adresse, echanges }: Envoi): string =>
  `${JSON.stringify(patientFrCore(identite, { reglages: echanges, ipp, adresse }), null, 2)}\n`

async function lireFichierAdresse(chemin: string): Promise<Result<Adresse, Refus>> {
  const contenu = await lireJson(chemin, 'adresse')
  return contenu.ok ? lireAdresse(contenu.value) : contenu
}

/** The settings of this workstation; a machine that is none yet has the default ones. */
async function lireSite(): Promise<Result<Site, Refus>> {
  const dossier = dossierDonnees(process.env)
  return existsSync(join(dossier, 'configuration.json'))
    ? lireConfiguration(dossier, '', process.env)
    : succes({ echanges: ECHANGES_PAR_DEFAUT, environnement: 'production' })
}
