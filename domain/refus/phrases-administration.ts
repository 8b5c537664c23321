/** Refusals of whoever administers: accounts, passwords, trainings, organisation, homologation. */
export const phrasesAdministration = {
  'session/mot-de-passe-a-changer':
    "Ce mot de passe vous a été donné par l'informatique : choisissez le vôtre pour ouvrir la session.",
  'comptes/ferme': "Ce compte est fermé : adressez-vous à l'informatique.",
  'comptes/inconnu': "Ce compte n'existe pas sur ce poste : relisez la liste des personnes.",
  'comptes/mot-de-passe-identifiant':
    "Le mot de passe ne peut pas être l'identifiant : choisissez une autre phrase.",
  'comptes/mot-de-passe-inchange':
    'Le nouveau mot de passe est le même que le précédent : choisissez une autre phrase.',
  'comptes/mots-de-passe-differents':
    'Les deux saisies du mot de passe sont différentes : saisissez-le de nouveau deux fois.',
  'comptes/dernier-administrateur':
    "Plus personne ne pourrait administrer ce poste : donnez d'abord ce droit à quelqu'un d'autre.",
  'administration/soi-meme':
    'Personne ne ferme son propre compte ni ne change son propre rôle : demandez-le à une autre personne qui administre.',
  'administration/mot-de-passe':
    "Votre propre mot de passe est incorrect : rien n'a été fait, saisissez-le de nouveau.",
  'administration/date': "Cette date n'existe pas ou n'est pas encore venue : écrivez-la jj/mm/aaaa.",
  'administration/date-ouverture': "Une date d'ouverture n'existe pas au calendrier : écrivez-la jj/mm/aaaa.",
  'administration/registre-altere':
    "Ce compte a été modifié hors du logiciel : rien n'a été fait, prévenez le RSSI et créez un autre compte.",
  'formations/absente': "Aucune formation n'est enregistrée pour ce droit : il n'y a rien à retirer.",
  'organisation/personne-n-administre':
    "Plus aucun rôle ne pourrait administrer les comptes et les droits : laissez ce droit à l'un d'eux.",
  'organisation/formation-administrer':
    'Administrer ne peut pas exiger une formation : qui administre enregistre les formations.',
  'organisation/informatique':
    "L'informatique donne les droits et ne touche aucune identité (RNIV) : elle ne peut qu'administrer.",
  'organisation/personne-ne-cree':
    "Plus personne ne pourrait créer d'identité, et l'admission s'arrêterait : laissez ce droit à un rôle.",
  'organisation/personne-ne-valide':
    'Plus personne ne pourrait valider une identité : laissez ce droit à un rôle.',
  'organisation/personne-n-appelle': 'Plus personne ne pourrait appeler INSi : laissez ce droit à un rôle.',
  'organisation/personne-ne-qualifie':
    'Plus personne ne pourrait qualifier une identité : laissez ce droit à un rôle.',
  'organisation/sans-creer':
    "Un rôle aurait des droits sur l'identité sans pouvoir ouvrir une admission : donnez-lui aussi « Créer ou modifier une identité ».",
  'organisation/valider-sans-numeriser':
    'Un rôle pourrait valider sans pouvoir enregistrer la pièce contrôlée : donnez-lui aussi « Enregistrer une pièce présentée ».',
  'organisation/qualifier-sans-valider':
    "Un rôle pourrait qualifier sans pouvoir valider d'après la pièce (RNIV, EXI PP 09) : donnez-lui aussi « Valider une identité ».",
  'organisation/qualifier-sans-appeler':
    "Un rôle pourrait qualifier sans pouvoir accepter la réponse d'INSi : donnez-lui aussi « Appeler INSi ».",
  'organisation/modifiee-ailleurs':
    "La configuration a changé depuis sa lecture à l'écran : rien n'a été enregistré, relisez-la puis recommencez.",
  'configuration/ecriture':
    "La configuration n'a pas pu être enregistrée (disque plein ou protégé) : rien n'a changé, vérifiez le dossier de données.",
  'homologation/reference': 'La référence de la décision compte de 2 à 120 caractères : vérifiez la saisie.',
  'homologation/signataire': 'Le nom du signataire compte de 2 à 120 caractères : vérifiez la saisie.',
  'homologation/document': 'Le nom du document compte de 2 à 120 caractères : vérifiez la saisie.',
  'homologation/ecriture':
    "La décision d'homologation n'a pas pu être enregistrée (disque plein ou protégé) : vérifiez le dossier de données.",
  'insi/homologation':
    "Les appels INSi par certificat attendent la décision d'homologation de l'établissement : poursuivez sans INS, la direction ou le RSSI la signe et l'informatique l'enregistre (Administration, Homologation).",
} as const
