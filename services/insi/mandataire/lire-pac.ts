import { readFile } from 'node:fs/promises'

const TAILLE_MAX = 1024 * 1024
const DELAI_MS = 5_000
/** A network that changes its script is followed within the hour, as browsers do. */
const GARDE_MS = 3_600_000

/**
 * Reads a PAC script from a file, or from an `http:` or `https:` address without redirection; null when it cannot be read. One that was read
 * is kept for an hour.
 */
export function lirePac(adresse: string): () => Promise<string | null> {
  let garde: { readonly texte: string; readonly fin: number } | null = null
  return async () => {
    if (garde && performance.now() < garde.fin) return garde.texte
    const texte = await (/^https?:/i.test(adresse) ? telecharger(adresse) : lireFichier(adresse))
    garde = texte === null ? null : { texte, fin: performance.now() + GARDE_MS }
    return texte
  }
}

const lireFichier = async (chemin: string): Promise<string | null> =>
  readFile(chemin, 'utf8').then(
    (texte) => (texte.length > TAILLE_MAX ? null : texte),
    () => null,
  )

async function telecharger(adresse: string): Promise<string | null> {
  try {
    const reponse = await fetch(adresse, { redirect: 'error', signal: AbortSignal.timeout(DELAI_MS) })
    if (!reponse.ok || !reponse.body) return null
    const morceaux: Uint8Array[] = []
    let taille = 0
    for await (const morceau of reponse.body) {
      taille += morceau.length
      if (taille > TAILLE_MAX) return null
      morceaux.push(morceau)
    }
    return Buffer.concat(morceaux).toString('utf8')
  } catch {
    return null
  }
}
