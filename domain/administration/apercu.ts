import { DROITS, LIBELLES_DROIT, type Droit } from '../droits/droit.ts'
import { enPhrase } from '../droits/en-phrase.ts'
import type { Modele } from '../droits/modeles.ts'
import type { Organisation, OuvertureInsi } from '../droits/organisation.ts'
import { LIBELLES_ROLE, ROLES, type Role } from '../droits/role.ts'
import { ecrireJour } from '../identite/date-naissance.ts'

/** What each model means, in one line. */
export const LIBELLES_MODELE: Readonly<Record<Modele | 'personnalise', string>> = {
  1: 'L’accueil valide et qualifie',
  2: 'L’accueil valide, le référent INS qualifie',
  3: 'Le référent INS valide et qualifie',
  4: 'La cellule d’identitovigilance valide et qualifie',
  personnalise: 'Droits propres à l’établissement',
}

/** What an organisation would change, one French sentence each, before anyone confirms it; none when nothing changes. */
export const apercuOrganisation = (avant: Organisation, apres: Organisation): readonly string[] => [
  ...ROLES.flatMap((role) => apercuRole(role, avant.droits[role], apres.droits[role])),
  ...apercuFormations(avant.formationsExigees, apres.formationsExigees),
  ...apercuOuvertures('type d’admission', avant.typesAdmission, apres.typesAdmission),
  ...apercuOuvertures('site', avant.sites, apres.sites),
  ...apercuOuvertures('secteur', avant.secteurs, apres.secteurs),
  ...(avant.modele === apres.modele ? [] : [`Modèle suivi : ${LIBELLES_MODELE[apres.modele]}.`]),
]

const apercuRole = (role: Role, avant: readonly Droit[], apres: readonly Droit[]): readonly string[] => [
  ...dire(`${LIBELLES_ROLE[role]} ne pourra plus`, moins(avant, apres)),
  ...dire(`${LIBELLES_ROLE[role]} pourra`, moins(apres, avant)),
]

const apercuFormations = (avant: readonly Droit[], apres: readonly Droit[]): readonly string[] => [
  ...dire('Une formation sera exigée pour', moins(apres, avant)),
  ...dire('Aucune formation ne sera plus exigée pour', moins(avant, apres)),
]

const moins = (droits: readonly Droit[], autres: readonly Droit[]): readonly Droit[] =>
  DROITS.filter((droit) => droits.includes(droit) && !autres.includes(droit))

const dire = (debut: string, droits: readonly Droit[]): readonly string[] =>
  droits.length === 0
    ? []
    : [`${debut} : ${droits.map((droit) => enPhrase(LIBELLES_DROIT[droit])).join(' ; ')}.`]

/** « INSi » keeps its capital: only the verb that begins the label loses it. */
type Ouvertures = Readonly<Record<string, OuvertureInsi>>

function apercuOuvertures(genre: string, avant: Ouvertures, apres: Ouvertures): readonly string[] {
  return [...new Set([...Object.keys(avant), ...Object.keys(apres)])]
    .toSorted()
    .filter((code) => (avant[code] ?? true) !== (apres[code] ?? true))
    .map((code) => `Appels INSi, ${genre} « ${code} » : ${direOuverture(apres[code] ?? true)}.`)
}

const direOuverture = (ouverture: OuvertureInsi): string => {
  if (typeof ouverture === 'string') return `ouverts à partir du ${ecrireJour(ouverture)}`
  return ouverture ? 'ouverts' : 'fermés'
}
