import type { RegimeVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { readDate, readNir } from './champs.ts'
import { readXml, type Noeud } from './read-xml.ts'

/** One person as the official API writes her. Source: CNAM, « Données API Lecture Vitale 6.xx ». */
export interface FicheApilec {
  readonly identite: IdentiteApilec
  readonly obligatoire: AssuranceObligatoire
  /** Null for a person without a complementary insurance on the card. */
  readonly complementaire: AssuranceComplementaire | null
}

interface IdentiteApilec {
  /** `nomPatronymique`, or the card's single name. */
  readonly nomNaissance: string
  readonly nomUsuel: string | null
  readonly prenomUsuel: string
  /** As in `Beneficiaire`: `..AA-MM-JJ` when only two figures of the year are known. */
  readonly dateNaissance: string
  readonly rangNaissance: number
  readonly nirAssure: string
  readonly nirCertifie: string | null
  /** `AAAA-MM-JJ`. */
  readonly dateCertification: string | null
  /** Address of the holder of the card, line by line. */
  readonly adresse: readonly string[]
}

interface AssuranceObligatoire {
  /** `qualBenef`: "0" is the insured person, anything else somebody he covers. */
  readonly qualite: string | null
  readonly regime: RegimeVitale | null
  readonly droits: readonly { readonly debut: string | null; readonly fin: string | null }[]
  readonly medecinTraitant: string | null
  readonly exoneration: string | null
  readonly typeCmu: string | null
}

interface AssuranceComplementaire {
  readonly numeroB2: string | null
  readonly adherent: string | null
  readonly routage: string | null
  readonly validite: string | null
}

const BENEFICIAIRES_MAX = 32
const RANG_MAX = 9

/** Reads every person of the answer, in the order of the card, or none: `cartes/contenu-illisible` as soon as one is not whole. */
export function readFiches(xml: Uint8Array): Result<readonly FicheApilec[], Refus> {
  const lues = readXml(xml)?.partout('T_AsnBeneficiaire').map(readFiche) ?? []
  const fiches = lues.filter((fiche) => fiche !== null)
  if (fiches.length !== lues.length || lues.length === 0 || lues.length > BENEFICIAIRES_MAX)
    return echec(refuser('cartes/contenu-illisible'))
  return succes(fiches)
}

function readFiche(beneficiaire: Noeud): FicheApilec | null {
  const ident = beneficiaire.enfant('ident')
  const identite = ident && readIdentite(ident)
  return (
    identite && {
      identite,
      obligatoire: readObligatoire(beneficiaire.enfant('amo')),
      complementaire: readComplementaire(beneficiaire.enfant('amc')),
    }
  )
}

function readIdentite(ident: Noeud): IdentiteApilec | null {
  const patronymique = ident.texte('nomPatronymique')
  const usuel = ident.texte('nomUsuel')
  const nomNaissance = patronymique ?? usuel
  const prenomUsuel = ident.texte('prenomUsuel')
  const naissance = ident.enfant('naissance')
  const dateNaissance = readDate(naissance?.texte('date') ?? naissance?.texte('dateEnCarte') ?? null)
  const nirAssure = readNir(ident.texte('nir'))
  const certifie = ident.texte('nirCertifie')
  const nirCertifie = readNir(certifie)
  const rangNaissance = Number(ident.texte('rangDeNaissance') ?? '1')
  if (!nomNaissance || !prenomUsuel || !dateNaissance || !nirAssure) return null
  // A number that is there and cannot be read is a misread card, not an absent number.
  if (certifie !== null && nirCertifie === null) return null
  if (!Number.isInteger(rangNaissance) || rangNaissance < 1 || rangNaissance > RANG_MAX) return null
  return {
    nomNaissance,
    nomUsuel: patronymique === null ? null : usuel,
    prenomUsuel,
    dateNaissance,
    rangNaissance,
    nirAssure,
    nirCertifie,
    dateCertification: readDate(ident.texte('dateCertification')),
    adresse: readAdresse(ident.enfant('adresse')),
  }
}

const LIGNES = ['ligne1', 'ligne2', 'ligne3', 'ligne4', 'ligne5'] as const

const readAdresse = (adresse: Noeud | null): readonly string[] =>
  LIGNES.map((ligne) => adresse?.texte(ligne) ?? null).filter((ligne) => ligne !== null)

function readObligatoire(amo: Noeud | null): AssuranceObligatoire {
  const periodes = amo?.enfant('listePeriodesDroits')?.enfants('element') ?? []
  return {
    qualite: amo?.texte('qualBenef') ?? null,
    regime: amo && readRegime(amo),
    droits: periodes.map((periode) => ({
      debut: readDate(periode.texte('debut')),
      fin: readDate(periode.texte('fin')),
    })),
    medecinTraitant: amo?.texte('medecinTraitant') ?? null,
    exoneration: amo?.texte('libelleExo') ?? null,
    typeCmu: amo?.enfant('cmu')?.texte('typeCMU') ?? null,
  }
}

function readRegime(amo: Noeud): RegimeVitale | null {
  const code = amo.texte('codeRegime')
  if (code === null) return null
  return {
    code,
    caisse: amo.texte('caisse'),
    centre: amo.texte('centreCarte') ?? amo.texte('centreGestion'),
    codeGestion: amo.texte('codeGestion'),
  }
}

const readComplementaire = (amc: Noeud | null): AssuranceComplementaire | null =>
  amc && {
    numeroB2: amc.texte('numComplB2'),
    adherent: amc.texte('numAdherent'),
    routage: amc.texte('codeRoutageFlux'),
    validite: amc.texte('validiteDonnees'),
  }
