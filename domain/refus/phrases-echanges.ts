/** Refusals of what is handed to other software. */
export const phrasesEchanges = {
  'echange/format': "Ce format d'échange n'existe pas : choisissez hl7 ou fhir.",
  'echange/evenement':
    "Cet événement n'est pas pris en charge : choisissez A28 (création) ou A31 (mise à jour).",
  'echange/ipp':
    "L'IPP compte de 1 à 20 lettres sans accent, chiffres ou tirets, et n'est jamais un matricule INS : vérifiez-le.",
  'echange/adresse':
    "L'adresse est mal formée : le fichier porte voie, ville, codePostal et pays, tous des textes, le pays en trois lettres.",
} as const
