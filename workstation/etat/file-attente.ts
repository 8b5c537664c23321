/** Runs asynchronous works one at a time, in the order they were asked; a failing one does not stop the next. */
export type FileAttente = <T>(travail: () => Promise<T>) => Promise<T>

export function creerFileAttente(): FileAttente {
  let derniere: Promise<unknown> = Promise.resolve()
  return (travail) => {
    const resultat = derniere.then(travail, travail)
    derniere = resultat.catch(() => undefined)
    return resultat
  }
}
