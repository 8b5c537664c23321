/** Refusals of the work lists: what awaits the second level, and the visits prepared. */
export const phrasesTravail = {
  'travail/deja-ouverte':
    "Cette admission est déjà ouverte par une autre personne, nommée sur sa ligne : attendez qu'elle la quitte, ou voyez avec elle.",
  'travail/traitee':
    "Cette admission n'attend plus rien : une autre personne l'a traitée, choisissez-en une autre dans la liste.",
  'travail/guichet-occupe': 'Un patient est au guichet : terminez son admission, puis reprenez la liste.',
  'preadmission/presence':
    "Le patient n'est pas présent : la pièce, la remise et la qualification attendent sa venue, préparez le reste.",
  'preadmission/liste-pleine':
    "La liste des venues préparées est pleine : retirez celles qui n'auront pas lieu, la CNIL n'admet qu'une liste limitée.",
  'preadmission/date': 'Le jour attendu est incorrect ou passé : indiquez-le sous la forme jj/mm/aaaa.',
} as const
