/** One side of an exchange: a program, and the establishment it runs in. */
export interface Partie {
  readonly application: string
  readonly etablissement: string
}

/** Who gives the permanent identifiers: its name, its number and what number that is (`N` FINESS, `ISO` OID), its URI in FHIR. */
export interface AutoriteIpp {
  readonly nom: string
  readonly identifiant: string
  readonly type: string
  readonly uri: string | null
}

/** What a site decides of what it hands to other software. */
export interface ReglagesEchanges {
  /** Off while other software cannot take the number: identities are qualified, and leave without it. */
  readonly diffusionMatricule: boolean
  readonly emetteur: Partie
  readonly destinataire: Partie
  readonly autoriteIpp: AutoriteIpp
}

export const ECHANGES_PAR_DEFAUT: ReglagesEchanges = {
  diffusionMatricule: true,
  emetteur: { application: 'POSTE-ADMISSION', etablissement: 'ETABLISSEMENT' },
  destinataire: { application: 'EAI', etablissement: 'ETABLISSEMENT' },
  autoriteIpp: { nom: 'ETABLISSEMENT', identifiant: '', type: '', uri: null },
}
