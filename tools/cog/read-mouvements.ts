/** One side of a movement: a type of territory (`COM`, `COMA`, `COMD`, `ARM`), its code and its name; empty when there is none. */
export interface Cote {
  readonly type: string
  readonly code: string
  readonly nom: string
}

/** One line of the INSEE movements of communes: what was (`av`) and what became of it (`ap`) on a day. */
export interface Mouvement {
  readonly mod: string
  readonly date: string
  readonly av: Cote
  readonly ap: Cote
}

/** Reads the INSEE file `mouvements-communes.csv`: comma-separated, no quotes, one header line. */
export function readMouvements(csv: string): readonly Mouvement[] {
  return csv
    .split(/\r?\n/)
    .slice(1)
    .filter((ligne) => ligne !== '')
    .map((ligne) => {
      const c = ligne.split(',')
      if (c.length !== 14) throw new Error(`unexpected line in the movements of communes: ${ligne}`)
      return {
        mod: c[0] ?? '',
        date: c[1] ?? '',
        av: { type: c[2] ?? '', code: c[3] ?? '', nom: c[7] ?? '' },
        ap: { type: c[8] ?? '', code: c[9] ?? '', nom: c[13] ?? '' },
      }
    })
}
