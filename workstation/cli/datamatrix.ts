import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { messageDatamatrix } from '#domain/etiquette/datamatrix-ins.ts'
import { refuser } from '#domain/refus/refus.ts'
import { creerImpression } from '#services/impression/impression.ts'
import { echouer, reussir, type Commande } from './commande.ts'
import { lireIdentite } from './lire-identite.ts'

/** Pixels a module of the picture: enough for any reader, small enough to look at. */
const PIXELS_PAR_MODULE = 6

export const datamatrix: Commande = {
  usage: 'datamatrix --identite FICHIER.json [--png SORTIE.png]',
  resume:
    "Affiche le message du DataMatrix INS d'une identité qualifiée, octet pour octet, et l'écrit en image.",
  async executer(args) {
    const options = { identite: { type: 'string' }, png: { type: 'string' } } as const
    const { values } = parseArgs({ args: [...args], options })
    const identite = await lireIdentite(values.identite, new Date())
    if (!identite.ok) return echouer(...identite.error)
    const message = messageDatamatrix(identite.value)
    if (!message.ok) return echouer(message.error)
    if (values.png !== undefined) {
      const image = await (await creerImpression()).datamatrixPng(identite.value, PIXELS_PAR_MODULE)
      if (!image.ok) return echouer(image.error)
      const ecrit = await writeFile(values.png, image.value, { mode: 0o600 }).then(
        () => true,
        () => false,
      )
      if (!ecrit) return echouer(refuser('commande/fichier', 'png'))
    }
    // No line end: what is printed is the message itself, and nothing else.
    return reussir(message.value)
  },
}
