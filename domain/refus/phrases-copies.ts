/** Refusals about the copies of identity documents. */
export const phrasesCopies = {
  'copie/sans-piece':
    "Aucune pièce n'est enregistrée : enregistrez la pièce vue en personne (F7), puis joignez sa copie.",
  'copie/vide': "Le fichier est vide : rien n'a été joint, numérisez la pièce de nouveau.",
  'copie/trop-lourde':
    "Le fichier dépasse la taille permise par l'établissement : rien n'a été joint, numérisez la pièce avec une définition plus basse.",
  'copie/format':
    "Ce fichier n'est ni une image JPEG ou PNG, ni un PDF : rien n'a été joint, numérisez la pièce dans l'un de ces formats.",
  'copie/pdf':
    "Ce PDF ne contient pas d'image numérisée lisible (JPEG) : rien n'a été joint, numérisez la pièce en JPEG ou en PNG.",
  'copie/trop-de-pages':
    'La copie compterait plus de dix pages : retirez la pièce pour repartir de zéro, puis joignez les pages utiles.',
  'copie/absente':
    "Cette copie n'est plus conservée (pièce retirée ou délai écoulé) : demandez au patient de présenter sa pièce.",
  'copie/illisible':
    "Cette copie est endommagée ou a été modifiée hors du logiciel : elle n'est pas affichée, prévenez le RSSI.",
  'copie/ecriture':
    "La copie n'a pas pu être enregistrée (disque plein, retiré ou protégé) : rien n'a été joint, prévenez l'informatique.",
} as const
