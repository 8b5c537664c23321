/** The few best of many numbered candidates, without sorting them all; a lower mark is better. */
export interface Palmares {
  noter(numero: number, note: number): void
  vide(): boolean
  /** Numbers from best to worst; at equal marks, in the order of their numbers. */
  meilleurs(): readonly number[]
}

export function creerPalmares(taille: number): Palmares {
  const retenus = new Map<number, number>()
  let pire = -Infinity
  let numeroDuPire = -1

  function chercherLePire(): void {
    pire = -Infinity
    for (const [numero, note] of retenus) if (note >= pire) [pire, numeroDuPire] = [note, numero]
  }

  return {
    noter(numero, note) {
      const ancienne = retenus.get(numero)
      if (note >= (ancienne ?? Infinity) || (retenus.size === taille && note >= pire)) return
      if (ancienne === undefined && retenus.size === taille) retenus.delete(numeroDuPire)
      retenus.set(numero, note)
      if (retenus.size === taille) chercherLePire()
    },
    vide: () => retenus.size === 0,
    meilleurs: () =>
      [...retenus].toSorted(([a, noteA], [b, noteB]) => noteA - noteB || a - b).map(([n]) => n),
  }
}
