/** Refusals of the desk itself: session, workflow, printing, store, journal, contract. */
export const phrasesPoste = {
  'session/identifiants': 'Identifiant ou mot de passe incorrect : vérifiez-les et recommencez.',
  'session/attente':
    'Trop de mots de passe refusés pour cet identifiant : la connexion est suspendue une minute au plus, attendez puis recommencez.',
  'session/absente': "Aucun agent n'est connecté à ce poste : ouvrez une session pour continuer.",
  'admission/absente': "Aucune admission n'est ouverte : commencez par un nouveau patient.",
  'admission/close': 'Cette admission est close : ouvrez-en une nouvelle pour ce patient.',
  'admission/etape': "Cette action n'est pas possible à cette étape : suivez l'action proposée à l'écran.",
  'admission/ecart-majeur':
    "Un écart majeur interdit d'associer l'INS (RNIV) : corrigez la saisie ou transmettez au référent INS.",
  'admission/motif-requis':
    'Une différence mineure demande un motif : indiquez pourquoi vous acceptez cette différence.',
  'admission/traits-incomplets':
    'Des traits obligatoires manquent ou sont incorrects : complétez-les avant de continuer.',
  'venue/valeur':
    "Cette valeur n'est pas dans la liste de l'établissement : choisissez un site, un secteur ou un type d'admission proposé.",
  'impression/imprimante-injoignable':
    "L'imprimante est injoignable : rien n'est parti, vérifiez qu'elle est allumée puis relancez l'impression.",
  'impression/refusee': "L'imprimante a refusé le document : vérifiez le papier et son état puis relancez.",
  'impression/incertaine':
    "L'envoi à l'imprimante s'est interrompu : comptez les étiquettes sorties avant de relancer l'impression.",
  'impression/relecture':
    "Le code imprimé n'a pas pu être relu à l'identique : rien n'a été imprimé, prévenez l'informatique.",
  'impression/caractere':
    "Un caractère du nom ne peut pas être imprimé : rien n'a été imprimé, prévenez l'informatique.",
  'impression/identifiant':
    "L'IPP ou le numéro de dossier ne peut pas être codé en barres : rien n'a été imprimé, vérifiez-le dans l'admission.",
  'impression/mise-en-page':
    "Le contenu ne tient pas sur le support : rien n'a été imprimé, prévenez l'informatique.",
  'impression/adresse':
    "L'adresse de l'imprimante n'est pas celle d'une imprimante du réseau local : rien n'est parti, prévenez l'informatique.",
  'impression/depliant':
    "Le dépliant de l'établissement n'est pas joint (illisible, protégé, trop lourd ou plus grand qu'une page A4) : la notice est imprimée sans lui, prévenez l'informatique.",
  'impression/patient-precedent':
    "Une impression demandée pour le patient précédent n'a pas abouti : recherchez ce patient (F3) pour la refaire.",
  'impression/annulee':
    "L'impression a été annulée : aucune page n'est sortie, relancez-la si elle est encore utile.",
  'coffre/cle':
    "Le coffre des identités ne s'ouvre pas avec cette clé : vérifiez le mot de passe ou prévenez l'informatique.",
  'coffre/illisible':
    "Le coffre des identités est endommagé : cessez la saisie sur ce poste et prévenez l'informatique.",
  'coffre/version':
    "Le coffre vient d'une version plus récente du logiciel : mettez ce poste à jour avant de continuer.",
  'coffre/environnement':
    "Le coffre de ce poste contient des identités d'un autre environnement (production, recette ou simulation) : elles ne se mêlent pas, prévenez l'informatique.",
  'coffre/occupe': 'Le coffre est utilisé par un autre programme : fermez-le puis recommencez.',
  'coffre/absent':
    "Le coffre des identités est introuvable sur ce poste : restaurez la sauvegarde avec l'informatique.",
  'coffre/ecriture':
    "Le coffre n'a pas pu enregistrer (disque plein, retiré ou protégé) : rien n'a été modifié, prévenez l'informatique.",
  'journal/rompu': 'La chaîne du journal est rompue : une ligne a été modifiée ou retirée, prévenez le RSSI.',
  'journal/illisible':
    "Le journal est absent ou illisible : vérifiez le dossier de données et prévenez l'informatique.",
  'journal/ecriture':
    "Le journal n'a pas pu être écrit (disque plein, retiré ou protégé) : l'action n'a pas été faite, prévenez l'informatique.",
  'comptes/illisible':
    "Le fichier des comptes est absent ou endommagé : restaurez la sauvegarde avec l'informatique.",
  'comptes/droits-alteres':
    "Le rôle ou les formations de ce compte ont été modifiés hors du logiciel : la session ne s'ouvre pas, prévenez le RSSI.",
  'comptes/ecriture':
    "Le fichier des comptes n'a pas pu être enregistré (disque plein ou protégé) : aucun compte n'a été modifié, prévenez l'informatique.",
  'comptes/existants':
    'Ce poste a déjà un coffre ou des comptes : ouvrez une session, ou ajoutez un compte depuis une session ouverte.',
  'comptes/identifiant':
    "L'identifiant compte de 2 à 64 lettres sans accent, chiffres, points ou tirets : choisissez-en un autre.",
  'comptes/identifiant-pris': 'Cet identifiant est déjà attribué sur ce poste : choisissez-en un autre.',
  'comptes/nom': "Le nom de l'agent compte de 1 à 100 caractères : vérifiez la saisie.",
  'comptes/mot-de-passe':
    'Le mot de passe compte de 12 à 256 caractères : choisissez une phrase plus longue.',
  'contrat/demande-invalide':
    "La demande reçue par le poste est mal formée : rien n'a été fait, relancez l'écran.",
  'poste/incident':
    "Le poste a rencontré un incident imprévu : la saisie enregistrée est conservée, recommencez et prévenez l'informatique s'il se répète.",
  'poste/dossier':
    "Le dossier de données appartient à un autre utilisateur de ce PC : rien n'a été démarré, prévenez l'informatique.",
  'poste/liaison':
    "La liaison avec le poste est perdue : votre saisie reste à l'écran, recommencez dès que la liaison revient.",
  'configuration/illisible':
    "La configuration du poste est absente ou incorrecte : le poste ne peut pas démarrer, prévenez l'informatique.",
  'configuration/reverification':
    'Le délai de vérification des identités (identite.reverificationAns) va de trois à cinq ans : le poste ne peut pas démarrer, corrigez la configuration.',
  'commande/inconnue': "Cette commande n'existe pas : consultez l'aide avec « poste aide ».",
  'commande/fichier': "Le fichier indiqué est illisible : vérifiez son chemin et ses droits d'accès.",
} as const
