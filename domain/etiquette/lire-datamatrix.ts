import { estOidIns, parseMatriculeIns } from '../identite/matricule.ts'
import { refuser, type Refus } from '../refus/refus.ts'
import { echec, succes, type Result } from '../result.ts'

/** The traits an INS DataMatrix carries, as text; its number is checked here and goes no further. Source: EXI REC 02. */
export interface TraitsDatamatrix {
  readonly nomNaissance: string
  readonly prenomsNaissance: string
  readonly sexe: string
  /** `jj/mm/aaaa` */
  readonly dateNaissance: string
  readonly lieuNaissance: string | null
}

/** The separator as a reader gives it: the control character, or what a keyboard-wedge scanner makes of it. */
const SEPARATEURS = ['\u001D', '\u241D', '<GS>']

/**
 * Reads the message of an INS DataMatrix, fields in any order, the separator present, written out or lost: traits hold no digit,
 * so a field ends where the next one begins. Refusal `datamatrix/illisible`. Source: INS, format datamatrix v2.2 §3.
 */
export function lireDatamatrix(message: string): Result<TraitsDatamatrix, Refus> {
  const champs = decouper(message.trim())
  const [matricule, oid] = [champs.get('1'), champs.get('2')]
  const [prenomsNaissance, nomNaissance] = [champs.get('3'), champs.get('4')]
  const [sexe, date, lieu] = [champs.get('5'), champs.get('6'), champs.get('7')]
  const jour = /^(\d{2})-(\d{2})-(\d{4})$/.exec(date ?? '')
  if (!matricule || !oid || !prenomsNaissance || !nomNaissance || !sexe || !jour)
    return echec(refuser('datamatrix/illisible'))
  if (!parseMatriculeIns(matricule).ok || !estOidIns(oid)) return echec(refuser('datamatrix/illisible'))
  return succes({
    nomNaissance,
    prenomsNaissance,
    sexe,
    dateNaissance: `${jour[1]}/${jour[2]}/${jour[3]}`,
    lieuNaissance: lieu ?? null,
  })
}

/** Tells whether a burst of keystrokes begins as the message of an INS DataMatrix does. */
export const commenceUnDatamatrix = (frappe: string): boolean => frappe.startsWith('IS01')

const ENTETE = /^IS01[0-9A-Z]{22}/

/** The content of each field by its digit; the fixed ones by length, the others up to the separator or the next field. */
const CHAMPS: readonly RegExp[] = [
  /^S(1)([0-9AB]{15})/,
  /^S(2)([0-9.]{19,20})/,
  /^S(3)([A-Z' -]{1,100})(?=S[1-7]|[|]|$)/,
  /^S(4)([A-Z' -]{1,100})(?=S[1-7]|[|]|$)/,
  /^S(5)([MF])/,
  /^S(6)([0-9-]{10})/,
  /^S(7)([0-9AB]{5})/,
]

function decouper(message: string): ReadonlyMap<string, string> {
  const champs = new Map<string, string>()
  let reste = ENTETE.test(message) ? separer(message.slice(26)) : ''
  while (reste !== '') {
    const lu = CHAMPS.map((forme) => forme.exec(reste)).find((trouve) => trouve !== null)
    if (!lu?.[1] || lu[2] === undefined || champs.has(lu[1])) return new Map()
    champs.set(lu[1], lu[2])
    reste = reste.slice(lu[0].length).replace(/^[|]/, '')
  }
  return champs
}

/** One written mark for every form of the separator. */
const separer = (champs: string): string =>
  SEPARATEURS.reduce((texte, separateur) => texte.replaceAll(separateur, '|'), champs)
