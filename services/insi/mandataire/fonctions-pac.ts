import { isIP } from 'node:net'
import { correspondMotif } from './motif.ts'

/** What a PAC script may learn of the machine. */
export interface ConnuDuPac {
  readonly maintenant: Date
  /** The address of this machine, `127.0.0.1` where it has none. */
  readonly adresse: string
  /** The address a name resolves to, null when it does not. */
  resoudre(nom: string): string | null
}

/** What a script may pass: a text, a number, or something else, which counts as nothing. */
export type ArgumentPac = string | number | null

type Fonction = (...args: readonly ArgumentPac[]) => string | number | boolean | null

const ecrire = (arg: ArgumentPac | undefined): string => String(arg ?? '')

const JOURS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT']
const MOIS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC']

/** The functions of PAC scripts, by name. Source: Netscape, Navigator Proxy Auto-Config File Format. */
export function fonctionsPac(connu: ConnuDuPac): Readonly<Record<string, Fonction>> {
  const adresseDe = (hote: ArgumentPac | undefined): string | null => {
    const texte = ecrire(hote)
    return isIP(texte) === 0 ? connu.resoudre(texte) : texte
  }
  return {
    isPlainHostName: (hote) => !ecrire(hote).includes('.'),
    dnsDomainIs: (hote, domaine) => ecrire(hote).endsWith(ecrire(domaine)),
    localHostOrDomainIs: (hote, complet) =>
      hote === complet || (!ecrire(hote).includes('.') && ecrire(complet).startsWith(`${ecrire(hote)}.`)),
    dnsDomainLevels: (hote) => ecrire(hote).split('.').length - 1,
    shExpMatch: (texte, motif) => correspondMotif(ecrire(texte), ecrire(motif)),
    isResolvable: (hote) => adresseDe(hote) !== null,
    dnsResolve: adresseDe,
    myIpAddress: () => connu.adresse,
    convert_addr: (adresse) => nombreDe(ecrire(adresse)),
    isInNet: (hote, reseau, masque) => dansReseau(adresseDe(hote), ecrire(reseau), ecrire(masque)),
    weekdayRange: (...args) => dansSemaine(connu.maintenant, args),
    dateRange: (...args) => dansDates(connu.maintenant, args),
    timeRange: (...args) => dansHeures(connu.maintenant, args),
    alert: () => null,
  }
}

const nombreDe = (adresse: string): number =>
  isIP(adresse) === 4 ? adresse.split('.').reduce((somme, octet) => somme * 256 + Number(octet), 0) : 0

function dansReseau(adresse: string | null, reseau: string, masque: string): boolean {
  if (adresse === null || isIP(adresse) !== 4 || isIP(reseau) !== 4 || isIP(masque) !== 4) return false
  const filtre = nombreDe(masque)
  return (nombreDe(adresse) & filtre) >>> 0 === (nombreDe(reseau) & filtre) >>> 0
}

/** A clock read in local time, or in that of Greenwich when the last word asks for it. */
function horlogeDe(maintenant: Date, args: readonly ArgumentPac[]) {
  const gmt = args.at(-1) === 'GMT'
  const bornes = args.filter((arg) => arg !== 'GMT')
  const lue = gmt ? new Date(maintenant.getTime() + maintenant.getTimezoneOffset() * 60_000) : maintenant
  return { lue, bornes }
}

function dansSemaine(maintenant: Date, args: readonly ArgumentPac[]): boolean {
  const { lue, bornes } = horlogeDe(maintenant, args)
  const [debut = -1, fin = debut] = bornes.map((jour) => JOURS.indexOf(ecrire(jour)))
  return debut >= 0 && entre(lue.getDay(), debut, fin)
}

function dansHeures(maintenant: Date, args: readonly ArgumentPac[]): boolean {
  const { lue, bornes } = horlogeDe(maintenant, args)
  const moitie = bornes.length === 1 ? bornes : bornes.slice(0, bornes.length / 2)
  const unites = [lue.getHours(), lue.getMinutes(), lue.getSeconds()].slice(0, moitie.length)
  const poids = (heures: readonly ArgumentPac[]) =>
    heures.reduce<number>((somme, un) => somme * 60 + Number(un), 0)
  return entre(poids(unites), poids(moitie), poids(bornes.slice(-moitie.length)))
}

function dansDates(maintenant: Date, args: readonly ArgumentPac[]): boolean {
  const { lue, bornes } = horlogeDe(maintenant, args)
  const moitie = bornes.length === 1 ? bornes : bornes.slice(0, bornes.length / 2)
  const aujourdhui: Readonly<Record<Unite, number>> = {
    annee: lue.getFullYear(),
    mois: lue.getMonth(),
    jour: lue.getDate(),
  }
  const poids = (dates: readonly ArgumentPac[]): number =>
    dates.reduce<number>((somme, date) => somme + valeurDe(date) * POIDS[uniteDe(date)], 0)
  const present = moitie.reduce<number>(
    (somme, date) => somme + aujourdhui[uniteDe(date)] * POIDS[uniteDe(date)],
    0,
  )
  return entre(present, poids(moitie), poids(bornes.slice(-moitie.length)))
}

const POIDS = { annee: 10_000, mois: 100, jour: 1 } as const
type Unite = keyof typeof POIDS

const uniteDe = (date: ArgumentPac): Unite =>
  typeof date === 'string' ? 'mois' : Number(date) > 31 ? 'annee' : 'jour'

const valeurDe = (date: ArgumentPac): number => (typeof date === 'string' ? MOIS.indexOf(date) : Number(date))

/** Both ends included; an interval that ends before it begins goes round. */
const entre = (valeur: number, debut: number, fin: number): boolean =>
  debut <= fin ? debut <= valeur && valeur <= fin : valeur >= debut || valeur <= fin
