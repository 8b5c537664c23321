/** Refusals of the card layer: what, why, what to do. The admission always goes on by manual entry. */
export const phrasesCartes = {
  'cartes/service-arrete':
    "Le service de cartes à puce est arrêté : poursuivez la saisie à la main, la lecture reprendra d'elle-même à son retour.",
  'cartes/bibliotheque-absente':
    "La bibliothèque PC/SC est absente de ce poste : poursuivez à la main et prévenez l'informatique.",
  'cartes/aucun-lecteur':
    'Aucun lecteur de carte détecté : branchez le lecteur, ou poursuivez la saisie à la main.',
  'cartes/lecteur-debranche': 'Le lecteur a été débranché : rebranchez-le, la saisie en cours est conservée.',
  'cartes/absente':
    'Aucune carte dans le lecteur : insérez la carte Vitale, ou poursuivez la saisie à la main.',
  'cartes/muette': 'La carte est illisible : vérifiez le sens, nettoyez la puce, réinsérez-la.',
  'cartes/retiree':
    "La carte a été retirée pendant la lecture : aucune donnée n'a été reprise, réinsérez-la.",
  'cartes/occupee':
    'La carte est utilisée par un autre logiciel : patientez un instant puis relancez la lecture.',
  'cartes/reinitialisee': 'La carte a été réinitialisée par un autre logiciel : relancez la lecture.',
  'cartes/non-reconnue':
    "Cette carte n'est pas reconnue : insérez une carte Vitale, ou poursuivez la saisie à la main.",
  'cartes/vitale-ancienne':
    "Cette carte Vitale d'ancienne génération ne se lit pas sur ce poste : poursuivez la saisie à la main.",
  'cartes/cpx-requise':
    "La carte Vitale n'a pas été lue : insérez aussi votre carte professionnelle (CPS, CPE), ou poursuivez la saisie à la main.",
  'cartes/apilec-absente':
    "L'API de lecture Vitale n'est pas installée sur ce poste : poursuivez la saisie à la main et prévenez l'informatique.",
  'cartes/apilec-refus':
    "L'API de lecture Vitale n'a pas lu la carte : réinsérez-la, ou poursuivez la saisie à la main et prévenez l'informatique.",
  'cartes/professionnelle':
    'Une carte professionnelle est dans le lecteur Vitale : insérez la carte Vitale du patient.',
  'cartes/contenu-illisible':
    "Le contenu de la carte est incomplet ou inattendu : aucune donnée n'a été reprise, poursuivez la saisie à la main.",
  'cartes/delai':
    "La carte n'a pas répondu à temps : retirez-la, réinsérez-la, ou poursuivez la saisie à la main.",
  'cartes/annulee':
    "La lecture de la carte a été annulée : aucune donnée n'a été reprise, relancez-la si besoin.",
  'cartes/anomalie':
    'Le lecteur de carte a signalé une anomalie : retirez la carte, réinsérez-la, ou poursuivez la saisie à la main.',
  'cartes/module-arrete':
    "Le module cartes s'est arrêté et redémarre seul : poursuivez la saisie, puis relancez la lecture.",
} as const
