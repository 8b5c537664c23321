/** An identity of the exchange format, qualified; an invented person with a published test number. */
export const FICHIER: Readonly<Record<string, unknown>> = {
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
  nomUtilise: 'DUPONT',
  prenomUtilise: null,
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
  insi: { date: '2026-11-22' },
  piece: { type: 'CN', date: '2026-11-21' },
  attributs: [],
}

const INDIVIDU =
  '<INDIVIDU><INSACTIF><IdIndividu><NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF>' +
  '<TIQ><NomNaissance>ADRUN</NomNaissance><ListePrenom>ZOE</ListePrenom><Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance><LieuNaissance>63220</LieuNaissance></TIQ></INDIVIDU>'

/** An answer 00 of INSi, person of a published test case. */
export const REPONSE_INSI = `<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope"><s:Body><RESULTAT xmlns="http://www.cnamts.fr/INSiResultat"><CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>${INDIVIDU}</RESULTAT></s:Body></s:Envelope>`

/** The message of an INS DataMatrix, person of the format's own examples. */
export const MESSAGE_INS =
  'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S763220'
