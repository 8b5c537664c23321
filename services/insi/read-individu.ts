import type { Element } from '@xmldom/xmldom'
import { estOidIns } from '#domain/identite/matricule.ts'
import { parseMatriculeIns } from '#domain/identite/matricule.ts'
import type { AvertissementInsi, IdentiteInsi, NumeroInsi, TraitsInsi } from '#domain/insi/reponse.ts'
import { RESULTAT } from './namespaces.ts'
import { childrenNamed, onlyChild, textOf } from './read-xml.ts'

/**
 * Reads INDIVIDU in any child order: the live service and the official CNDA files both depart from the XSD.
 * Null when the number, its OID or the traits are missing or malformed. Source: INSi_RESULTAT_INS.xsd.
 */
export function readIndividu(individu: Element): IdentiteInsi | null {
  const actifs = childrenNamed(individu, RESULTAT, 'INSACTIF').map(readNumero)
  const [actif] = actifs
  const historique = childrenNamed(individu, RESULTAT, 'INSHISTO').map(readNumero)
  const tiq = onlyChild(individu, RESULTAT, 'TIQ')
  const traits = tiq && readTraits(tiq)
  if (actifs.length !== 1 || !actif || !traits || !historique.every((numero) => numero !== null)) return null
  return {
    actif,
    historique: sansRepetition(historique, actif),
    traits,
    avertissements: avertir([actif, ...historique], traits),
  }
}

function readNumero(element: Element): NumeroInsi | null {
  const identifiant = onlyChild(element, RESULTAT, 'IdIndividu')
  if (!identifiant) return null
  const numero = champ(identifiant, 'NumIdentifiant')?.trim() ?? ''
  const cle = champ(identifiant, 'Cle')?.trim()
  const oid = champ(element, 'OID')?.trim() ?? ''
  const debut = champ(element, 'DateDeb')?.trim()
  const fin = champ(element, 'DateFin')?.trim()
  const conforme =
    /^\d{6}[A-Za-z0-9]\d{6}$/.test(numero) &&
    /^(?:\d{2})?$/.test(cle ?? ' ') &&
    /^[0-2](?:\.\d{1,9}){2,19}$/.test(oid) &&
    [debut, fin].every((date) => date !== undefined && /^(?:\d{4}-\d{2}-\d{2}.{0,6})?$/.test(date))
  if (!conforme) return null
  return { numero, cle: cle ?? '', oid, dateDebut: debut || null, dateFin: fin || null }
}

/** Dates stay text, months and days 00 to 99 included; only names are kept with their spaces. */
function readTraits(tiq: Element): TraitsInsi | null {
  const liste = champ(tiq, 'ListePrenom')
  // Since 2022 the service sends ListePrenom only; the files injected for the CNDA tests may carry Prenom.
  const prenomsNaissance = liste === '' ? champ(tiq, 'Prenom') : liste
  const nomNaissance = champ(tiq, 'NomNaissance')
  const sexe = champ(tiq, 'Sexe')?.trim()
  const dateNaissance = champ(tiq, 'DateNaissance')?.trim()
  const lieuNaissance = champ(tiq, 'LieuNaissance')?.trim()
  if (nomNaissance === undefined || prenomsNaissance === undefined || lieuNaissance === undefined) return null
  if (sexe === undefined || !/^[A-Z]?$/.test(sexe)) return null
  if (dateNaissance === undefined || !/^(?:\d{4}-\d{2}-\d{2})?$/.test(dateNaissance)) return null
  return { nomNaissance, prenomsNaissance, sexe, dateNaissance, lieuNaissance }
}

/** Text of an optional field: empty when absent, undefined when it is repeated or holds other elements. */
function champ(parent: Element, nom: string): string | undefined {
  const trouves = childrenNamed(parent, RESULTAT, nom)
  const [seul] = trouves
  if (seul === undefined) return ''
  return trouves.length === 1 ? (textOf(seul) ?? undefined) : undefined
}

/** INSHISTO may repeat the active number (CNDA 2.08). */
const sansRepetition = (historique: readonly NumeroInsi[], actif: NumeroInsi): readonly NumeroInsi[] =>
  historique.filter(
    (numero, rang) =>
      !memeNumero(numero, actif) && historique.findIndex((autre) => memeNumero(autre, numero)) === rang,
  )

const memeNumero = (un: NumeroInsi, autre: NumeroInsi): boolean =>
  un.numero === autre.numero && un.oid === autre.oid

/** A wrong key is a warning only: the official file TEST_2.08_cas2 carries two of them. */
function avertir(numeros: readonly NumeroInsi[], traits: TraitsInsi): readonly AvertissementInsi[] {
  const avertissements: AvertissementInsi[] = []
  if (numeros.some(({ numero, cle }) => !parseMatriculeIns(numero + cle).ok))
    avertissements.push('cle-fausse')
  if (numeros.some(({ oid }) => !estOidIns(oid))) avertissements.push('oid-inconnu')
  if (traits.lieuNaissance === '') avertissements.push('lieu-absent')
  return avertissements
}
