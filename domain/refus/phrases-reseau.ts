/** What the network self-test finds on the way to INSi: what, why, what IT does. */
export const phrasesReseau = {
  'reseau/dns':
    "Le nom du serveur ne se résout pas (DNS) : déclarez ce nom au serveur DNS de l'établissement, ou le mandataire par lequel sortir (insi.mandataire).",
  'reseau/tcp':
    'Le serveur ne répond pas à la connexion (TCP) : un pare-feu la bloque sans doute, ouvrez la sortie de ce poste vers cette adresse et ce port.',
  'reseau/hote':
    "Cette adresse d'INSi n'est pas joignable d'ici : ouvrez-lui la sortie du poste ou du mandataire, avant d'en avoir besoin.",
  'reseau/tls-muet':
    "La connexion s'ouvre mais aucun certificat n'est présenté : un équipement la coupe (pare-feu, mandataire transparent), ou INSi est arrêté.",
  'reseau/autorites':
    'Le serveur présente un certificat IGC-Santé que les autorités réglées ici ne reconnaissent pas : remplacez le fichier insi.autorites par les autorités IGC-Santé en vigueur.',
  'reseau/certificat-nom':
    "Le certificat n'est pas nommé INSI-AUTO ni INSI-MANU, seuls noms admis par INSi : commandez à l'ANS un certificat de ce nom.",
  'reseau/certificat-bientot':
    "Le certificat de l'établissement expire dans moins de trente jours : commandez son remplaçant à l'ANS dès maintenant.",
  'reseau/certificat-cle':
    'La clé privée réglée ici est celle d’un autre certificat : remplacez le fichier de clé, ou celui du certificat.',
  'reseau/certificat-phrase':
    'La phrase secrète ne déchiffre pas la clé du certificat : corrigez GUICHET_INSI_PFX_PASSPHRASE.',
  'reseau/certificat-ancien':
    'Ce fichier PKCS#12 est chiffré par une méthode abandonnée (RC2) : exportez-le de nouveau en AES-256, ou fournissez le certificat et la clé en PEM.',
  'reseau/carte':
    "L'accès à INSi se fait ici par la carte de l'agent : il n'y a pas de certificat d'établissement à vérifier.",
  'reseau/sans-mandataire': "Aucun mandataire n'est réglé : ce poste joint INSi directement.",
  'reseau/par-mandataire':
    "Étape faite par le mandataire, par lequel ce poste joint INSi : rien à vérifier d'ici.",
  'reseau/simulation':
    'Un poste simulé ne sort pas de la machine : cette étape se joue sur un poste réglé pour la recette ou la production.',
  'reseau/etape-precedente':
    "Étape non faite, parce qu'une étape précédente a échoué : corrigez d'abord celle-là.",
  'reseau/idam':
    "Le numéro d'autorisation (IDAM) a la bonne forme, mais INSi ne l'a pas jugé : il le fera au premier appel qui aboutit.",
  'reseau/essai-inattendu':
    "INSi répond, mais pas ce qu'il répond d'ordinaire pour l'identité d'essai : vérifiez que l'adresse et le certificat sont bien de l'environnement réglé ici.",
} as const
