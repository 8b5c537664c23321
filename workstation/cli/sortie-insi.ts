import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { IdentiteInsi, NumeroInsi, ReponseInsi } from '#domain/insi/reponse.ts'
import type { AppelInsi } from '#services/insi/client.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'
import type { Sortie } from './commande.ts'

/** Exits of a business answer. Source: INSi, CodeCR. */
const SORTIES_CR: Readonly<Record<ReponseInsi['codeCR'], number>> = { '00': 0, '01': 10, '02': 11 }

/** Exits of what kept an answer from coming; any other refusal says that no call could be made here. */
const SORTIES_PANNE: Readonly<Partial<Record<CodeRefus, number>>> = {
  'insi/indisponible': 20,
  'insi/anomalie': 20,
  'insi/progiciel-non-autorise': 21,
  'insi/droits-insuffisants': 21,
  'insi/injoignable': 22,
  'insi/delai': 22,
  'insi/serveur-non-reconnu': 23,
  'insi/certificat-refuse': 23,
  'insi/certificat-illisible': 23,
  'insi/certificat-perime': 23,
  'insi/mandataire-injoignable': 24,
  'insi/mandataire-authentification': 24,
  'insi/mandataire-refuse': 24,
  'insi/mandataire-pac': 24,
  'insi/inspection-tls': 24,
  'insi/reponse-non-conforme': 25,
  'insi/homologation': 27,
  'insi/annule': 28,
}
const SANS_APPEL = 26

/** The exit that a refusal ends a command of INSi with. */
export function sortieDe(code: CodeRefus): number {
  if (/^reseau\/(?:certificat-|autorites)/.test(code)) return 23
  return SORTIES_PANNE[code] ?? (code.startsWith('reseau/') ? 22 : SANS_APPEL)
}

/** What a call leaves: its answer as one JSON line, or its refusal with what the computing department needs. */
export function sortirAppel({ resultat, messageId, details, environnement }: AppelInsi): Sortie {
  if (!resultat.ok) {
    const refus = { ...resultat.error, messageId, ...(details && { details }) }
    return { ...refuserAppel(resultat.error), refus: [refus] }
  }
  const { value: reponse } = resultat
  const affichee = { ...afficher(reponse), messageId, ...marque(environnement) }
  return { texte: `${JSON.stringify(affichee)}\n`, refus: [], sortie: SORTIES_CR[reponse.codeCR] }
}

/** A call that was refused before it was made. */
export const refuserAppel = (refus: Refus): Sortie => ({
  texte: '',
  refus: [refus],
  sortie: sortieDe(refus.code),
})

/** The shape that automation relies on: every field is there whatever the answer, and what INSi returns is kept byte for byte. */
function afficher(reponse: ReponseInsi) {
  const identite = reponse.codeCR === '00' ? reponse.identite : AUCUNE
  const { actif, historique, traits, avertissements } = identite
  return {
    codeCR: reponse.codeCR,
    ...(actif ? numero(actif) : { matricule: null, cle: null, oid: null }),
    traits,
    historique: historique.map((ancien) => ({
      ...numero(ancien),
      dateDebut: ancien.dateDebut,
      dateFin: ancien.dateFin,
    })),
    avertissements,
  }
}

const AUCUNE: { readonly [K in keyof IdentiteInsi]: IdentiteInsi[K] | null } & Pick<
  IdentiteInsi,
  'historique' | 'avertissements'
> = { actif: null, traits: null, historique: [], avertissements: [] }

const numero = ({ numero: matricule, cle, oid }: NumeroInsi) => ({ matricule, cle, oid })

/** What comes from elsewhere than production says so. */
const marque = (environnement: EnvironnementInsi) => (environnement === 'production' ? {} : { environnement })
