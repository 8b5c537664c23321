import type { Mouvement } from './read-mouvements.ts'

/** INSEE kinds of movement under which a territory passes from one code to another. */
const NATURES: Readonly<Record<string, 'code' | 'fusion' | 'partage'>> = {
  '20': 'partage', // creation
  '21': 'partage', // restoration
  '30': 'partage', // suppression shared between several communes
  '31': 'fusion',
  '32': 'fusion',
  '33': 'fusion',
  '34': 'fusion',
  '35': 'fusion',
  '41': 'code', // change of department
  '50': 'code', // transfer of the chief town
}

/** Lines `date|from|to|nature` of what became of each code of a commune. */
export function codeLinks(mouvements: readonly Mouvement[]): readonly string[] {
  return mouvements.flatMap(({ mod, date, av, ap }) => {
    const nature = NATURES[mod]
    const deCommune = av.type === 'COM' && ap.type === 'COM' && av.code !== ap.code
    return nature !== undefined && deCommune ? [`${date}|${av.code}|${ap.code}|${nature}`] : []
  })
}
