import type { Cote, Mouvement } from './read-mouvements.ts'

/** A name a commune bore under a code; `fin` is the first day it no longer held. */
export interface Periode {
  readonly code: string
  readonly nom: string
  readonly debut: string
  readonly fin: string
}

interface EnCours {
  debut: string
  ouverte: boolean
}

/**
 * Follows every couple (code, name) of a full commune through the movements: when it appears and when it ends.
 * Periods still open at the end have an empty `fin`; those begun before the records an empty `debut`.
 */
export function namePeriods(mouvements: readonly Mouvement[]): readonly Periode[] {
  const periodes: Periode[] = []
  const suivis = new Map<string, EnCours>()
  for (const [date, duJour] of [...Map.groupBy(mouvements, ({ date }) => date)].toSorted(parCle)) {
    const apres = new Set(duJour.filter(({ ap }) => ap.type === 'COM').map(({ ap }) => cle(ap)))
    for (const nom of nomsQuittes(duJour)) {
      const suivi = suivis.get(nom) ?? { debut: '', ouverte: !neDuJour(duJour, nom) }
      if (suivi.ouverte && !seMaintient(duJour, nom)) {
        periodes.push({ ...decle(nom), debut: suivi.debut, fin: date })
        suivi.ouverte = false
      }
      suivis.set(nom, suivi)
      apres.delete(nom)
    }
    for (const nom of apres)
      if (suivis.get(nom)?.ouverte !== true) suivis.set(nom, { debut: date, ouverte: true })
  }
  for (const [nom, { debut, ouverte }] of suivis)
    if (ouverte) periodes.push({ ...decle(nom), debut, fin: '' })
  return periodes
}

/** Creating arrondissements leaves the city as it was. */
const nomsQuittes = (duJour: readonly Mouvement[]): ReadonlySet<string> =>
  new Set(duJour.filter(({ av, ap }) => av.type === 'COM' && ap.type !== 'ARM').map(({ av }) => cle(av)))

/** A territory that changes code and is merged on one day never existed under the code in between. */
const neDuJour = (duJour: readonly Mouvement[], nom: string): boolean =>
  duJour.some(
    ({ av, ap }) => ap.type === 'COM' && cle(ap) === nom && av.type === 'COM' && av.code !== ap.code,
  )

const seMaintient = (duJour: readonly Mouvement[], nom: string): boolean =>
  duJour.some(({ av, ap }) => av.type === 'COM' && ap.type === 'COM' && cle(av) === nom && cle(ap) === nom)

const cle = ({ code, nom }: Cote): string => `${code}|${nom}`

function decle(texte: string): { code: string; nom: string } {
  const [code = '', nom = ''] = texte.split('|')
  return { code, nom }
}

const parCle = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : 1)
