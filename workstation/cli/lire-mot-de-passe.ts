import { createInterface } from 'node:readline/promises'
import { text } from 'node:stream/consumers'
import { Writable, type Readable } from 'node:stream'
import { refusRepetition } from '#domain/administration/mot-de-passe.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** Where a password comes from, and where what asks for it is written. */
export interface Terminal {
  readonly entree: Readable & { readonly isTTY?: boolean }
  readonly sortie: Writable
}

/**
 * A new password: typed twice on a terminal, which shows none of it, or the first line of what is piped in; never an argument, which
 * every user of the machine may list. Refusal `comptes/mots-de-passe-differents`.
 */
export async function lireMotDePasse({ entree, sortie }: Terminal): Promise<Result<string, Refus>> {
  if (entree.isTTY !== true) return succes((await text(entree)).split(/\r?\n/)[0] ?? '')
  const muet = new Writable({ write: (_octets, _encodage, fait) => fait() })
  const lignes = createInterface({ input: entree, output: muet, terminal: true })
  const abandon = new AbortController()
  lignes.once('close', () => abandon.abort())
  const demander = async (invite: string): Promise<string> => {
    sortie.write(invite)
    const lu = await lignes.question('', { signal: abandon.signal }).catch(() => '')
    sortie.write('\n')
    return lu
  }
  const motDePasse = await demander('Mot de passe, 12 caractères au moins : ')
  const encore = await demander('Le même, une seconde fois : ')
  lignes.close()
  const refus = refusRepetition(motDePasse, encore)
  return refus === null ? succes(motDePasse) : echec(refuser(refus, 'motDePasse'))
}
