import type { VueContinuite } from '#contracts/continuite.ts'
import type { Temps } from '#domain/insi/meteo.ts'
import { Shape, type ShapeName } from './shape.tsx'

/** How INSi answers, in a word and a shape. */
const TEMPS: Readonly<Record<Temps, readonly [forme: ShapeName, mot: string]>> = {
  inconnu: ['egal', 'pas encore appelé'],
  normal: ['pret', 'répond'],
  lent: ['mineur', 'lent'],
  instable: ['mineur', 'instable'],
  coupe: ['attention', 'ne répond plus'],
}

/** The weather of INSi on one line; an exercise hides it, since nothing leaves. */
export function MeteoInsi({ meteo, exerciceJusqua }: Pick<VueContinuite, 'meteo' | 'exerciceJusqua'>) {
  const temps = exerciceJusqua === null ? meteo.temps : 'coupe'
  const [forme, mot] = TEMPS[temps]
  return (
    <span className="sante meteo" data-temps={temps}>
      <Shape name={forme} />
      INSi {exerciceJusqua === null ? mot : 'en exercice de panne'}
    </span>
  )
}

/** An instant as the hour it is here, `10 h 42`. */
export const ecrireHeure = (instant: string): string =>
  new Date(instant)
    .toLocaleTimeString('fr-FR', { hour: '2-digit', minute: '2-digit' })
    .replace(':', '\u00a0h\u00a0')
