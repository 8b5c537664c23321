/** Refusals and faults of the INSi lookup: what, why, what to do. The admission always goes on without INS. */
export const phrasesInsi = {
  'insi/traits-insuffisants':
    'INSi demande au moins le nom de naissance, un prénom, le sexe et la date de naissance : complétez les traits manquants.',
  'insi/interdit-attribut':
    "L'appel à INSi est interdit pour une identité douteuse ou fictive (EXI SI 09) : poursuivez l'admission en provisoire.",
  'insi/appel-en-cours':
    "Un appel à INSi est déjà en cours pour ce patient : attendez la réponse ou annulez l'appel.",
  'insi/injoignable':
    "Le téléservice INSi est injoignable (réseau, pare-feu ou mandataire) : poursuivez l'admission, l'appel pourra être refait plus tard.",
  'insi/delai':
    "Le téléservice INSi n'a pas répondu à temps : poursuivez l'admission, l'appel pourra être refait plus tard.",
  'insi/nom-naissance-a-verifier':
    "INSi n'a trouvé personne : avant un autre appel, vérifiez sur la pièce que le nom de naissance n'est pas le nom utilisé (marital), puis confirmez-le ou corrigez-le.",
  'insi/relances-epuisees':
    "Tous les appels permis avec ces traits ont été faits : relisez la pièce et corrigez la saisie, transférez au référent INS, ou poursuivez l'admission sans INS.",
  'insi/verification-non-due':
    "La vérification de cette INS n'est pas due : elle le redevient au bout du délai de l'établissement, ou dès un changement d'état civil déclaré.",
  'insi/autre-matricule':
    "INSi donne un matricule sans lien avec celui déjà enregistré pour ce patient : n'associez pas l'INS et transférez au référent INS.",
  'insi/annule': "L'appel à INSi a été annulé : aucune donnée n'a été reprise.",
  'insi/interrompu':
    "L'appel à INSi a été interrompu par un arrêt du poste : son issue est inconnue, refaites l'appel si besoin.",
  'insi/disjoncte':
    "INSi ne répond plus : l'appel n'est pas tenté. Poursuivez l'admission et différez l'appel (Maj+F8), il partira quand INSi répondra.",
  'insi/exercice':
    "Exercice de panne INSi sur ce poste : aucun appel ne part. Poursuivez l'admission et différez l'appel (Maj+F8), il partira après l'exercice.",
  'insi/cadence':
    "Trop d'appels à INSi sont partis de ce poste en peu de temps : l'appel n'est pas parti. Différez-le (Maj+F8), ou attendez une minute.",
  'insi/non-differable':
    "Cet appel ne peut pas être différé : sa cause ne passera pas d'elle-même. Poursuivez l'admission et prévenez l'informatique.",
  'insi/certificat-refuse':
    "INSi a refusé le certificat de l'établissement : poursuivez l'admission et prévenez l'informatique.",
  'insi/certificat-illisible':
    "Le certificat de l'établissement est absent ou illisible sur ce poste : poursuivez l'admission et prévenez l'informatique.",
  'insi/certificat-perime':
    "Le certificat de l'établissement est périmé : aucune donnée n'a été envoyée, poursuivez l'admission et prévenez l'informatique.",
  'insi/serveur-non-reconnu':
    "L'identité du serveur INSi n'a pas pu être vérifiée : aucune donnée n'a été envoyée, prévenez l'informatique.",
  'insi/progiciel-non-autorise':
    "Ce logiciel n'est pas autorisé par INSi : poursuivez l'admission et prévenez l'informatique.",
  'insi/droits-insuffisants':
    "Le certificat de l'établissement n'a pas les droits INSi : poursuivez l'admission et prévenez l'informatique.",
  'insi/indisponible':
    "Le téléservice INSi est temporairement indisponible : poursuivez l'admission, l'appel pourra être refait plus tard.",
  'insi/anomalie':
    "INSi a signalé une anomalie technique : poursuivez l'admission et transmettez les détails techniques à l'informatique.",
  'insi/reponse-non-conforme':
    "La réponse d'INSi est illisible ou incomplète : rien n'a été repris, poursuivez l'admission et prévenez l'informatique.",
  'insi/configuration':
    "L'accès à INSi n'est pas configuré sur ce poste : poursuivez l'admission et prévenez l'informatique.",
  'insi/carte-vitale-absente':
    "La Carte Vitale qui a rempli ces traits n'est plus dans le lecteur : réinsérez-la, ou répondez vous-même de ces traits (Ctrl+F2) si le patient l'a reprise.",
  'insi/carte-vitale-changee':
    "La Carte Vitale n'est plus celle qui a rempli ces traits : choisissez la personne de la carte présente (F2), ou répondez vous-même de ces traits (Ctrl+F2).",
  'insi/carte-requise':
    "L'appel à INSi se signe avec votre carte professionnelle : ouvrez la session avec elle, puis relancez l'appel.",
  'insi/mandataire-injoignable':
    "Le mandataire (proxy) par lequel ce poste sort ne répond pas : poursuivez l'admission, l'informatique vérifie son adresse (insi.mandataire) et le réseau du poste.",
  'insi/mandataire-authentification':
    "Le mandataire (proxy) refuse le compte de ce poste (407) : poursuivez l'admission, l'informatique vérifie l'identifiant et le mot de passe du mandataire.",
  'insi/mandataire-refuse':
    "Le mandataire (proxy) refuse de mener à INSi : poursuivez l'admission, l'informatique y autorise la méthode CONNECT vers les adresses d'INSi, port 443.",
  'insi/mandataire-pac':
    "Le script de configuration du mandataire (PAC) est illisible ou ne donne aucun chemin : poursuivez l'admission, l'informatique vérifie ce script.",
  'insi/inspection-tls':
    "La liaison avec INSi est inspectée par le mandataire, qui présente son propre certificat : aucune donnée n'a été envoyée, l'informatique exempte INSi de l'inspection TLS.",
  'insi/composant-vitale':
    'La recherche par carte Vitale demande le composant agréé du GIE SESAM-Vitale, absent de ce poste : appelez INSi par les traits.',
  'insi/agent-requis':
    "Hors simulation, un appel à INSi se fait au nom d'un compte de ce poste : ajoutez --agent IDENTIFIANT, le mot de passe se tape sans s'afficher ou se lit sur l'entrée standard.",
} as const
