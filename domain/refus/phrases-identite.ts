/** Refusals of the identity rules: what, why, what to do. Source: RNIV 1, Guide d'implémentation de l'INS v3.0. */
export const phrasesIdentite = {
  'trait/vide':
    'Ce trait est vide, or il est obligatoire pour créer une identité : saisissez-le comme sur la pièce.',
  'trait/chiffre':
    'Un nom ne contient pas de chiffre (RNIV, règles de saisie) : vérifiez la saisie et retirez les chiffres.',
  'trait/abreviation':
    'Les abréviations sont interdites (RNIV, règles de saisie) : saisissez le mot entier, sans point.',
  'trait/ecriture-non-latine':
    "Seul l'alphabet latin est admis (RNIV, règles de saisie) : saisissez la translittération imprimée sur la pièce.",
  'trait/caractere-interdit':
    "Ce caractère n'est pas admis dans un trait (RNIV, règles de saisie) : seuls les lettres, l'espace, le trait d'union et l'apostrophe le sont.",
  'trait/debut':
    'Un trait commence par une lettre ou une apostrophe (profil lexical INSi) : retirez le premier caractère.',
  'trait/fin-prenom':
    "Un prénom ne finit ni par un trait d'union ni par une apostrophe (profil lexical INSi) : corrigez la fin du prénom.",
  'trait/separateurs':
    'Deux séparateurs se suivent (profil lexical INSi) : gardez une seule espace ou une seule apostrophe.',
  'trait/double-trait-union':
    "Le double trait d'union n'est admis que dans le nom de naissance (profil lexical INSi) : gardez-en un seul.",
  'trait/trop-long':
    "Ce trait dépasse 100 caractères, longueur maximale admise par l'INS : vérifiez la saisie.",
  'trait/non-normalise':
    "Ce trait n'est pas écrit selon le RNIV (majuscules, sans accent ni signe diacritique) : normalisez-le avant de le transmettre.",
  'premier-prenom/incoherent':
    "Le premier prénom n'est pas le début de la liste des prénoms (EXI ID 10) : reprenez-le en tête de liste, entier.",
  'date/forme': 'La date de naissance est illisible : saisissez-la sous la forme jj/mm/aaaa.',
  'date/siecle':
    "La carte ne donne que deux chiffres de l'année de naissance : écrivez l'année entière, d'après la pièce.",
  'date/inexistante':
    "Cette date n'existe pas au calendrier : vérifiez le jour et le mois, ou appliquez la règle des dates incertaines.",
  'date/lunaire':
    "Ce mois ou ce jour n'existe pas au calendrier (faute de frappe, ou date lunaire d'une carte) : saisissez la date de la pièce, ou 00 pour ce qui est inconnu.",
  'date/incertaine-future':
    'La règle des dates incertaines donnerait ici une date à venir (EXI PP 19) : saisissez un jour et un mois estimés.',
  'date/future': "Cette date de naissance est dans l'avenir : vérifiez l'année.",
  'sexe/inconnu': 'Le sexe est M, F ou I (indéterminé) : choisissez une de ces trois valeurs.',
  'lieu/forme':
    "Le lieu de naissance s'enregistre par son code INSEE de cinq caractères : choisissez-le dans la liste par son nom, son code postal ou son pays, ou saisissez 99999 s'il est inconnu.",
  'matricule/forme':
    'Le matricule INS compte treize caractères et une clé de deux chiffres : vérifiez la saisie.',
  'matricule/cle':
    'La clé du matricule INS est fausse : une erreur de saisie est probable, vérifiez le numéro.',
  'matricule/oid':
    "L'OID du matricule INS est inconnu (NIR, NIA, test ou démonstration) : vérifiez la source.",
  'matricule/incomplet':
    "Le matricule INS et son OID ne vont jamais l'un sans l'autre (EXI ID 29) : fournissez les deux ou aucun.",
  'matricule/sans-insi':
    "Un matricule INS ne s'enregistre qu'après une réponse INSi acceptée (EXI SI 07) : indiquez la date de l'appel.",
  'insi/sans-matricule':
    "Une réponse INSi acceptée comporte un matricule et son OID : fournissez-les ou retirez l'appel INSi.",
  'insi/sexe-indetermine':
    "L'INS n'existe que pour le sexe M ou F : une identité de sexe indéterminé ne peut porter de réponse INSi.",
  'recherche/criteres':
    'Ces critères désigneraient trop de patients (EXI SI 01) : donnez la date de naissance et les premières lettres du nom ou du prénom, ou trois lettres du nom.',
  'anteriorite/absente':
    "La recherche d'antériorité n'a pas pu être faite avec ces traits, or elle précède toute création (EXI ID 17) : recommencez, puis prévenez l'informatique.",
  'doublon/collision':
    "Ce matricule INS est déjà porté par un autre patient, un doublon est probable : n'associez pas l'INS et transmettez les deux dossiers à la CIV.",
  'piece/a-reverifier':
    'La pièce de ce patient a été contrôlée il y a plusieurs années : demandez-la de nouveau et enregistrez-la.',
  'piece/etat-civil-change':
    "Un changement d'état civil est déclaré depuis le contrôle de cette pièce : demandez une pièce à jour et enregistrez-la.",
  'patient/deja-ouvert': 'Ce patient est déjà celui de cette admission : poursuivez la saisie.',
  'patient/inconnu':
    "Ce patient n'est plus dans la base de ce poste : refaites la recherche avant de continuer.",
  'attribut/inconnu': 'Cet attribut est inconnu : seuls homonyme, douteux et fictif existent (EXI SI 22).',
  'attribut/incompatibles':
    "L'attribut fictif ne se combine avec aucun autre (EXI SI 09) : retirez l'un des deux attributs.",
  'attribut/insi-interdit':
    "Une identité douteuse ou fictive ne porte ni réponse INSi ni matricule (EXI SI 09) : retirez-les ou levez l'attribut.",
  'piece/type-inconnu':
    'Ce type de pièce est inconnu : choisissez un type de la liste des dispositifs (EXI ID 19).',
  'piece/confiance-insuffisante':
    "Cette pièce n'est pas un dispositif à haut niveau de confiance (RNIV 1, 3.3.2) : elle ne permet ni validation ni qualification.",
  'piece/reservee':
    "Cette pièce n'identifie pas ce patient (RNIV 1, 3.3.3) : elle est réservée aux mineurs ou aux résidents d'EHPAD, choisissez une autre pièce ou la circonstance.",
  'piece/perimee':
    "Cette pièce est périmée et l'établissement ne l'accepte plus : demandez une autre pièce, ou poursuivez en identité provisoire.",
  'piece/expiration':
    'La date de fin de validité est illisible : saisissez-la sous la forme jj/mm/aaaa, ou laissez-la vide.',
  'appli-vitale/fermee':
    "La lecture de l'Appli carte Vitale n'est pas ouverte par l'établissement : contrôlez une pièce et appelez INSi.",
  'datamatrix/illisible':
    "Le DataMatrix lu n'est pas un DataMatrix INS complet : rien n'a été repris, relisez-le ou saisissez les traits.",
  'circonstance/nouveau-ne':
    "Un nouveau-né reste en identité provisoire jusqu'à son acte de naissance : choisissez « Mineur » quand l'acte est présenté.",
  'circonstance/non-identifie':
    'Un patient non identifié reste en identité provisoire : quand il présente une pièce, choisissez « Ordinaire » et corrigez ses traits.',
  'circonstance/anonyme':
    "Une identité anonyme est fictive et ne porte aucun trait réel (EXI SI 09) : levez d'abord l'anonymat par la circonstance.",
  'circonstance/ipp-mere':
    "L'IPP de la mère compte de 1 à 20 lettres ou chiffres et n'est pas celui de l'enfant : vérifiez-le dans son dossier.",
  'piece/date':
    "La date de contrôle de la pièce est illisible ou dans l'avenir : indiquez la date du contrôle en présence du patient.",
  'identite/forme': "Le fichier d'identité est illisible : fournissez un objet JSON aux champs documentés.",
  'identite/champ-manquant': "Un champ obligatoire manque dans le fichier d'identité : ajoutez-le.",
  'identite/champ-inconnu': "Ce champ n'existe pas dans le format d'échange : retirez-le.",
  'identite/statut-impose':
    "Le statut se déduit des faits et ne s'impose jamais (EXI SI 07) : retirez le champ « statut ».",
  'identite/non-qualifiee':
    "Seule une identité qualifiée peut diffuser le matricule INS (EXI SI 08) : qualifiez d'abord l'identité.",
} as const
