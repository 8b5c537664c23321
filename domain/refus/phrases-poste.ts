/** Refusals of the desk itself: session, workflow, printing, store, journal, contract. */
export const phrasesPoste = {
  'session/identifiants': 'Identifiant ou mot de passe incorrect : vérifiez-les et recommencez.',
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
  'impression/imprimante-injoignable':
    "L'imprimante est injoignable : rien n'est parti, vérifiez qu'elle est allumée puis relancez l'impression.",
  'impression/refusee': "L'imprimante a refusé le document : vérifiez le papier et son état puis relancez.",
  'impression/incertaine':
    "L'envoi à l'imprimante s'est interrompu : comptez les étiquettes sorties avant de relancer l'impression.",
  'impression/relecture':
    "Le code imprimé n'a pas pu être relu à l'identique : rien n'a été imprimé, prévenez l'informatique.",
  'impression/caractere':
    "Un caractère du nom ne peut pas être imprimé : rien n'a été imprimé, prévenez l'informatique.",
  'coffre/cle':
    "Le coffre des identités ne s'ouvre pas avec cette clé : vérifiez le mot de passe ou prévenez l'informatique.",
  'coffre/illisible':
    "Le coffre des identités est endommagé : cessez la saisie sur ce poste et prévenez l'informatique.",
  'coffre/version':
    "Le coffre vient d'une version plus récente du logiciel : mettez ce poste à jour avant de continuer.",
  'coffre/occupe': 'Le coffre est utilisé par un autre programme : fermez-le puis recommencez.',
  'journal/rompu': 'La chaîne du journal est rompue : une ligne a été modifiée ou retirée, prévenez le RSSI.',
  'journal/illisible':
    "Le journal est absent ou illisible : vérifiez le dossier de données et prévenez l'informatique.",
  'contrat/demande-invalide':
    "La demande reçue par le poste est mal formée : rien n'a été fait, relancez l'écran.",
  'poste/incident':
    "Le poste a rencontré un incident imprévu : la saisie enregistrée est conservée, recommencez et prévenez l'informatique s'il se répète.",
  'configuration/illisible':
    "La configuration du poste est absente ou incorrecte : le poste ne peut pas démarrer, prévenez l'informatique.",
  'commande/inconnue': "Cette commande n'existe pas : consultez l'aide avec « poste aide ».",
  'commande/fichier': "Le fichier indiqué est illisible : vérifiez son chemin et ses droits d'accès.",
} as const
