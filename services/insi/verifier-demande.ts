import { lireLieu } from '#domain/identite/lieu-naissance.ts'
import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/**
 * Checks the traits before they leave: the XSD of INSi has no facet, so every control is the client's.
 * Names must already stand in their RNIV spelling; a date may be lunar but has the shape `AAAA-MM-JJ`.
 */
export function verifierDemande(demande: DemandeInsi): Result<DemandeInsi, Refus> {
  const { nomNaissance, prenom, sexe, dateNaissance, lieuNaissance } = demande
  const nom = memeTexte(lireNom(nomNaissance), nomNaissance, 'nomNaissance')
  if (!nom.ok) return nom
  const prenoms = memeTexte(lirePrenoms(prenom), prenom, 'prenom')
  if (!prenoms.ok) return prenoms
  if (!['F', 'M'].includes(sexe)) return echec(refuser('insi/traits-insuffisants', 'sexe'))
  if (!/^\d{4}-\d{2}-\d{2}$/.test(dateNaissance)) return echec(refuser('date/forme', 'dateNaissance'))
  if (lieuNaissance === undefined) return succes(demande)
  const lieu = memeTexte(lireLieu(lieuNaissance), lieuNaissance, 'lieuNaissance')
  return lieu.ok ? succes(demande) : lieu
}

function memeTexte(lu: Result<string, Refus>, envoye: string, champ: string): Result<string, Refus> {
  if (!lu.ok) return echec(refuser(lu.error.code, champ))
  return lu.value === envoye ? lu : echec(refuser('trait/non-normalise', champ))
}
