import type { NumeroInsi } from '#domain/insi/reponse.ts'
import type { Noeud } from './noeud.ts'
import type { PersonneInsi } from './population.ts'

/** Which of its two readings of given names an answer carries, and whether it types its numbers. */
export interface Usage {
  /** The service stopped sending Prenom in 2022; the files injected for the CNDA tests still have it. */
  readonly prenom: boolean
  readonly typeMatricule: boolean
}

/** INDIVIDU in the order of the schema. Source: INSi_RESULTAT_INS.xsd. */
export function individuDe({ traits, actif, historique }: PersonneInsi, usage: Usage): Noeud {
  const [prenom = ''] = traits.prenomsNaissance.split(' ')
  return {
    nom: 'INDIVIDU',
    contenu: [
      { nom: 'INSACTIF', contenu: numeroDe(actif, usage) },
      ...historique.map((numero) => ({ nom: 'INSHISTO', contenu: numeroDe(numero, usage) })),
      {
        nom: 'TIQ',
        contenu: [
          { nom: 'NomNaissance', contenu: traits.nomNaissance },
          ...(usage.prenom ? [{ nom: 'Prenom', contenu: prenom }] : []),
          { nom: 'ListePrenom', contenu: traits.prenomsNaissance },
          { nom: 'Sexe', contenu: traits.sexe },
          { nom: 'DateNaissance', contenu: traits.dateNaissance },
          { nom: 'LieuNaissance', contenu: traits.lieuNaissance },
        ],
      },
    ],
  }
}

const numeroDe = (
  { numero, cle, oid, dateDebut, dateFin }: NumeroInsi,
  { typeMatricule }: Usage,
): readonly Noeud[] => [
  {
    nom: 'IdIndividu',
    contenu: [
      { nom: 'NumIdentifiant', contenu: numero },
      { nom: 'Cle', contenu: cle },
      ...(typeMatricule ? [{ nom: 'TypeMatricule', contenu: 'NIR' }] : []),
    ],
  },
  { nom: 'OID', contenu: oid },
  ...(dateDebut === null ? [] : [{ nom: 'DateDeb', contenu: dateDebut }]),
  ...(dateFin === null ? [] : [{ nom: 'DateFin', contenu: dateFin }]),
]
