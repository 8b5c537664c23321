import { readdir, readFile } from 'node:fs/promises'

/** Processes started by this one whose command line holds a text, with the memory each holds, in bytes. */
export async function childProcesses(
  parent: number,
  texte: string,
): Promise<readonly { readonly pid: number; readonly memoire: number }[]> {
  const noms = (await readdir('/proc')).filter((nom) => /^\d+$/.test(nom))
  const lus = await Promise.all(noms.map(look))
  return lus.filter((lu) => lu !== null && lu.parent === parent && lu.commande.includes(texte)) as Lu[]
}

interface Lu {
  readonly pid: number
  readonly parent: number
  readonly commande: string
  readonly memoire: number
}

async function look(nom: string): Promise<Lu | null> {
  const read = (fichier: string): Promise<string> =>
    readFile(`/proc/${nom}/${fichier}`, 'utf8').catch(() => '')
  const [statut, commande] = [await read('status'), await read('cmdline')]
  // A dead process that nobody has waited for yet has no memory any more.
  const [, parent] = /^PPid:\t(\d+)$/m.exec(statut) ?? []
  const [, memoire] = /^VmRSS:\s+(\d+) kB$/m.exec(statut) ?? []
  if (parent === undefined || memoire === undefined) return null
  return { pid: Number(nom), parent: Number(parent), commande, memoire: Number(memoire) * 1024 }
}
