/** Refusals of the professional card (CPx): what, why, what to do. The PIN is never tried twice by the product. */
export const phrasesCpx = {
  'cpx/absente':
    'Aucune carte professionnelle (CPS, CPE) dans un lecteur : insérez la vôtre, ou poursuivez avec votre mot de passe.',
  'cpx/plusieurs':
    'Deux cartes professionnelles sont insérées : retirez-en une, pour que chaque acte ait un seul auteur.',
  'cpx/sans-contact':
    "Une carte professionnelle posée sans contact n'ouvre rien ici : insérez-la dans la fente du lecteur.",
  'cpx/bibliotheque-absente':
    "La Cryptolib CPS n'est pas installée sur ce poste : la carte Vitale et la saisie restent possibles, demandez son installation à l'informatique (version 5.2 ou plus récente).",
  'cpx/bibliotheque-ancienne':
    "Cette carte CPS4 demande une Cryptolib CPS plus récente : demandez à l'informatique la version 5.2 ou plus récente.",
  'cpx/non-reconnue':
    "La Cryptolib CPS ne reconnaît pas cette carte : essayez-la dans l'autre lecteur, puis prévenez l'informatique.",
  'cpx/contenu-illisible':
    "Le certificat de la carte professionnelle est absent ou illisible : réinsérez la carte, puis prévenez l'informatique.",
  'cpx/retiree':
    'La carte professionnelle a été retirée : réinsérez-la puis saisissez de nouveau votre code.',
  'cpx/changee':
    "La carte professionnelle n'est plus celle qui était lue : vérifiez le nom affiché, puis recommencez.",
  'cpx/code-requis':
    "Le code de la carte professionnelle n'a pas encore été saisi depuis son insertion : saisissez-le pour signer.",
  'cpx/code-forme':
    "Le code porteur n'a pas la longueur ou les chiffres attendus : rien n'a été présenté à la carte, saisissez-le de nouveau.",
  'cpx/code-errone':
    'Code porteur erroné : vérifiez-le avant de le saisir de nouveau, les essais sont comptés.',
  'cpx/code-errone-dernier':
    'Code porteur erroné : il ne reste qu’UN essai avant le blocage de la carte, vérifiez votre code avant de continuer.',
  'cpx/dernier-essai':
    "C'est le DERNIER essai : une erreur bloquera la carte, confirmez avant de présenter le code.",
  'cpx/bloquee':
    'La carte professionnelle est bloquée : faites-la débloquer par CPS Gestion ou par le service des cartes, et poursuivez avec votre mot de passe.',
  'cpx/code-perime':
    'Le code de la carte professionnelle doit être changé : changez-le avec CPS Gestion, puis réinsérez la carte.',
  'cpx/non-nominative':
    "Cette carte de service n'est pas nominative, INSi la refuse : utilisez une carte à votre nom, ou le certificat de l'établissement.",
  'cpx/perimee':
    'La carte professionnelle est périmée : demandez son renouvellement, et poursuivez avec votre mot de passe.',
  'cpx/pas-encore-valide':
    "La carte professionnelle n'est pas encore valide : vérifiez la date du poste, ou attendez le début de sa validité.",
  'cpx/carte-de-test':
    "Cette carte professionnelle est une carte de test : elle n'ouvre rien sur un poste de production, utilisez votre carte réelle.",
  'cpx/emetteur-inconnu':
    "Le certificat de cette carte n'est signé par aucune autorité connue du poste : elle n'ouvre rien, prévenez l'informatique.",
  'cpx/preuve-fausse':
    "La signature de la carte ne correspond pas à son certificat : rien n'a été transmis, faites vider le cache de la Cryptolib CPS par l'informatique.",
  'cpx/mise-a-jour-interrompue':
    'La mise à jour de la carte professionnelle a été interrompue : terminez-la avec CPS Gestion, puis réinsérez la carte.',
  'cpx/delai':
    "La carte professionnelle n'a pas répondu à temps : retirez-la, attendez un instant, puis réinsérez-la.",
  'cpx/annulee': "L'usage de la carte professionnelle a été annulé : recommencez si besoin.",
  'cpx/anomalie':
    "La Cryptolib CPS a signalé une anomalie : retirez la carte, réinsérez-la, et prévenez l'informatique si cela persiste.",
} as const
