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

/** Asks without showing what is typed. */
export interface SaisieMuette {
  /** What is typed on a terminal, or the next line of what is piped in; empty when there is none. */
  readonly demander: (invite: string) => Promise<string>
  readonly fermer: () => void
}

/** Opens where secrets are typed; never an argument, which every user of the machine may list. */
export async function ouvrirSaisieMuette({ entree, sortie }: Terminal): Promise<SaisieMuette> {
  if (entree.isTTY !== true) {
    const lues = (await text(entree)).split(/\r?\n/)
    return { demander: () => Promise.resolve(lues.shift() ?? ''), fermer: () => undefined }
  }
  const muet = new Writable({ write: (_octets, _encodage, fait) => fait() })
  const clavier = createInterface({ input: entree, output: muet, terminal: true })
  // Lines typed ahead of their question wait for it.
  const lignes = clavier[Symbol.asyncIterator]()
  return {
    async demander(invite) {
      sortie.write(invite)
      const { value, done } = await lignes.next()
      sortie.write('\n')
      return done ? '' : value
    },
    fermer: () => clavier.close(),
  }
}

/** A new password: typed twice on a terminal, or the first line of what is piped in. Refusal `comptes/mots-de-passe-differents`. */
export async function lireMotDePasse(terminal: Terminal): Promise<Result<string, Refus>> {
  const { demander, fermer } = await ouvrirSaisieMuette(terminal)
  const motDePasse = await demander('Mot de passe, 12 caractères au moins : ')
  if (terminal.entree.isTTY !== true) return succes(motDePasse)
  const encore = await demander('Le même, une seconde fois : ')
  fermer()
  const refus = refusRepetition(motDePasse, encore)
  return refus === null ? succes(motDePasse) : echec(refuser(refus, 'motDePasse'))
}
