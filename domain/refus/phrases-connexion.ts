/** Refusals of whoever signs in by card, or with a second factor. */
export const phrasesConnexion = {
  'session/carte-inconnue':
    "Cette carte n'est rattachée à aucun compte de ce poste : rattachez-la au vôtre (F3), une fois pour toutes.",
  'session/carte-alteree':
    "Ce qui rattachait cette carte à son compte a été modifié hors du logiciel : rattachez-la de nouveau (F3), et prévenez l'informatique.",
  'session/carte-non-nominative':
    "Cette carte désigne un service et non une personne, et chaque acte a un auteur : utilisez une carte à votre nom, ou demandez un compte à l'informatique.",
  'session/carte-exigee':
    'Sur ce poste la session s’ouvre avec la carte professionnelle seule : insérez la vôtre, et rattachez-la (F3) si elle est nouvelle.',
  'session/mot-de-passe-exige':
    "Sur ce poste la session s'ouvre avec un mot de passe : retirez la carte et saisissez votre identifiant.",
  'session/second-facteur':
    'Votre compte demande aussi un code : saisissez celui que votre téléphone affiche.',
  'session/code-errone':
    "Ce code n'est pas, ou n'est plus, celui du téléphone : attendez le suivant, et vérifiez que le téléphone est à l'heure.",
  'session/second-facteur-a-creer':
    'Sur ce poste chaque compte demande aussi un code : enregistrez votre téléphone pour ouvrir la session.',
  'session/second-facteur-existant':
    "Un téléphone est déjà enregistré pour ce compte : faites-le retirer par l'informatique pour en changer.",
  'comptes/carte-prise':
    'Cette carte est déjà rattachée à un autre compte de ce poste : faites-la détacher de cet autre compte.',
  'comptes/carte-absente': "Aucune carte n'est rattachée à ce compte : il n'y a rien à détacher.",
  'comptes/second-facteur-absent':
    "Aucun téléphone n'est enregistré pour ce compte : il n'y a rien à retirer.",
} as const
