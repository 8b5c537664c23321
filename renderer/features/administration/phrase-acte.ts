import type { ActeMontre } from '#contracts/administration.ts'
import { LIBELLES_MODELE } from '#domain/administration/apercu.ts'
import { DROITS, LIBELLES_DROIT } from '#domain/droits/droit.ts'
import { enPhrase } from '#domain/droits/en-phrase.ts'
import { roleEnPhrase, ROLES } from '#domain/droits/role.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'

const DEBUTS: Readonly<Record<string, string>> = {
  'compte-ajoute': 'Compte créé',
  'compte-role': 'Rôle changé',
  'compte-ferme': 'Compte fermé',
  'compte-rouvert': 'Compte rouvert',
  'mot-de-passe-change': 'Mot de passe changé par son titulaire',
  'mot-de-passe-reinitialise': 'Mot de passe réinitialisé',
  'carte-rattachee': 'Carte professionnelle rattachée par son titulaire',
  'carte-detachee': 'Carte professionnelle détachée',
  'second-facteur-cree': 'Téléphone enregistré par son titulaire',
  'second-facteur-retire': 'Téléphone retiré',
  'formation-enregistree': 'Formation enregistrée',
  'formation-retiree': 'Formation retirée',
  'organisation-changee': 'Organisation changée',
  'homologation-enregistree': 'Homologation enregistrée',
  'carte-essayee': 'Lecture de carte essayée',
  'lecteurs-permutes': 'Lecteurs permutés',
  'diagnostic-exporte': 'Diagnostic des cartes exporté',
  'reseau-teste': 'Réseau vers INSi testé',
  'exercice-insi-commence': 'Exercice de panne INSi commencé',
  'exercice-insi-arrete': 'Exercice de panne INSi arrêté',
}

/** What an act of the journal did, in words; a code unknown to this screen is shown as it is. */
export function phraseActe({ acte, detail }: Pick<ActeMontre, 'acte' | 'detail'>): string {
  const debut = DEBUTS[acte] ?? acte
  return detail === null ? debut : `${debut}\u00a0: ${direDetail(detail)}`
}

function direDetail(detail: string): string {
  const droit = DROITS.find((un) => un === detail)
  if (droit) return enPhrase(LIBELLES_DROIT[droit])
  const role = ROLES.find((un) => un === detail)
  if (role) return roleEnPhrase(role)
  if (Object.hasOwn(LIBELLES_MODELE, detail)) return LIBELLES_MODELE[detail as keyof typeof LIBELLES_MODELE]
  return ecrireJour(detail)
}

/** An instant as it is read here: local day and time. */
export const ecrireInstant = (instant: string): string =>
  new Date(instant).toLocaleString('fr-FR', { dateStyle: 'short', timeStyle: 'short' })
