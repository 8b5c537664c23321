import type { NumeroInsi } from '#domain/insi/reponse.ts'
import type { ErreurOfficielle, PersonneInsi } from './population.ts'
import type { Issue } from './rechercher.ts'
import { escapeXml, NS } from './xml.ts'

/** How the answer is written: as the service does since 2026, or as it did before. Both must be understood. */
export type Forme = 'recente' | 'ancienne'

/** Departures seen in real data: dates before the number in INSHISTO (CNDA 2.04), wrong keys (CNDA 2.08). */
export type Defaut = 'dates-en-tete' | 'cle-fausse'

const LIBELLES = {
  '00': 'OK',
  '01': 'Aucune identite trouvee',
  '02': 'Plusieurs identites trouvees',
} as const

/** Writes a business answer. Source: INSi_RESULTAT_INS.xsd and the envelopes observed on the test service. */
export function ecrireResultat(
  issue: Exclude<Issue, { erreur: string }>,
  forme: Forme,
  defaut?: Defaut,
): string {
  const p = forme === 'recente' ? '' : 'ns2:'
  const individu = issue.codeCR === '00' ? ecrireIndividu(issue.personne, { p, defaut, forme }) : ''
  const resultat =
    `<${p}RESULTAT xmlns${p === '' ? '' : ':ns2'}="${NS.resultat}"><${p}CR><${p}CodeCR>${issue.codeCR}</${p}CodeCR>` +
    `<${p}LibelleCR>${LIBELLES[issue.codeCR]}</${p}LibelleCR></${p}CR>${individu}</${p}RESULTAT>`
  // The live service closes its Envelope and its Body under two prefixes of one namespace.
  return forme === 'recente'
    ? `<soap:Envelope xmlns:soap="${NS.soap}"><env:Body xmlns:S="${NS.soap}" xmlns:env="${NS.soap}">${resultat}</env:Body></soap:Envelope>`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<S:Envelope xmlns:S="${NS.soap}"><S:Body>${resultat}</S:Body></S:Envelope>`
}

/** Writes a fault; an unpublished part takes a plain value. Source: schema_faultSOAP_V01_01.xsd, observed faults. */
export function ecrireErreur(erreur: ErreurOfficielle, messageId: string, forme: Forme): string {
  const [p, langue] = forme === 'recente' ? ['soap', 'fr'] : ['S', 'en']
  return (
    `<${p}:Envelope xmlns:${p}="${NS.soap}"><${p}:Body><${p}:Fault>` +
    `<${p}:Code><${p}:Value>${p}:${erreur.origine ?? 'Sender'}</${p}:Value>` +
    `<${p}:Subcode><${p}:Value xmlns:siram="${NS.siram}">siram:${erreur.siram ?? 'simu_siram'}</${p}:Value></${p}:Subcode></${p}:Code>` +
    `<${p}:Reason><${p}:Text xml:lang="${langue}">${escapeXml(erreur.motif ?? 'Erreur simulée')}</${p}:Text></${p}:Reason>` +
    `<${p}:Detail><siram:Erreur xmlns:siram="${NS.siram}" code="${erreur.code}" severite="${erreur.severite ?? 'erreur'}" ` +
    `messageID="${escapeXml(messageId)}">${escapeXml(erreur.detail ?? '')}</siram:Erreur></${p}:Detail>` +
    `</${p}:Fault></${p}:Body></${p}:Envelope>`
  )
}

interface Ecriture {
  readonly p: string
  readonly forme: Forme
  readonly defaut: Defaut | undefined
}

function ecrireIndividu({ traits, actif, historique }: PersonneInsi, ecriture: Ecriture): string {
  const { p, forme } = ecriture
  const champ = (nom: string, valeur: string): string => `<${p}${nom}>${escapeXml(valeur)}</${p}${nom}>`
  const [prenom = ''] = traits.prenomsNaissance.split(' ')
  return (
    `<${p}INDIVIDU><${p}INSACTIF>${ecrireNumero(actif, ecriture)}</${p}INSACTIF>` +
    historique.map((numero) => `<${p}INSHISTO>${ecrireNumero(numero, ecriture)}</${p}INSHISTO>`).join('') +
    `<${p}TIQ>${champ('NomNaissance', traits.nomNaissance)}` +
    // The service stopped sending Prenom in 2022; the files injected for the CNDA tests still have it.
    (forme === 'ancienne' ? champ('Prenom', prenom) : '') +
    champ('ListePrenom', traits.prenomsNaissance) +
    champ('Sexe', traits.sexe) +
    champ('DateNaissance', traits.dateNaissance) +
    champ('LieuNaissance', traits.lieuNaissance) +
    `</${p}TIQ></${p}INDIVIDU>`
  )
}

function ecrireNumero(numero: NumeroInsi, { p, defaut, forme }: Ecriture): string {
  const cle = defaut === 'cle-fausse' ? (numero.cle === '01' ? '02' : '01') : numero.cle
  const type = forme === 'ancienne' ? `<${p}TypeMatricule>NIR</${p}TypeMatricule>` : ''
  const identifiant =
    `<${p}IdIndividu><${p}NumIdentifiant>${numero.numero}</${p}NumIdentifiant><${p}Cle>${cle}</${p}Cle>${type}</${p}IdIndividu>` +
    `<${p}OID>${numero.oid}</${p}OID>`
  const dates =
    (numero.dateDebut === null ? '' : `<${p}DateDeb>${numero.dateDebut}</${p}DateDeb>`) +
    (numero.dateFin === null ? '' : `<${p}DateFin>${numero.dateFin}</${p}DateFin>`)
  return defaut === 'dates-en-tete' ? dates + identifiant : identifiant + dates
}
