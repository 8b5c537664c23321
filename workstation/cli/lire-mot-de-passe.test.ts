import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { lireMotDePasse } from './lire-mot-de-passe.ts'

/** A terminal on which these keys are struck, and all that it showed. */
async function frapper(touches: string): Promise<{ lu: unknown; montre: string }> {
  const [entree, sortie] = [Object.assign(new PassThrough(), { isTTY: true }), new PassThrough()]
  const lecture = lireMotDePasse({ entree, sortie })
  for (const touche of touches) {
    entree.write(touche)
    await new Promise(setImmediate)
  }
  const lu = await lecture
  sortie.end()
  return { lu, montre: String(sortie.read()) }
}

describe('Mot de passe demandé par une commande', () => {
  it('tapé deux fois au clavier, corrigé au besoin, il ne s’affiche jamais', async () => {
    const { lu, montre } = await frapper('phrase longuz\u007fe\rphrase longue\r')
    expect(lu).toEqual(succes('phrase longue'))
    expect(montre).toBe('Mot de passe, 12 caractères au moins : \nLe même, une seconde fois : \n')
  })

  it('deux frappes différentes : refusé', async () => {
    const { lu } = await frapper('phrase longue\rphrase courte\r')
    expect(lu).toEqual(echec(refuser('comptes/mots-de-passe-differents', 'motDePasse')))
  })

  it('abandonné par Ctrl+C : rien n’est retenu', async () => {
    expect((await frapper('phrase\u0003')).lu).toEqual(succes(''))
  })

  it('donné sur l’entrée standard : sa première ligne, sans rien demander', async () => {
    const [entree, sortie] = [new PassThrough(), new PassThrough()]
    entree.end('phrase longue\r\n')
    expect(await lireMotDePasse({ entree, sortie })).toEqual(succes('phrase longue'))
    expect(sortie.read()).toBeNull()
  })
})
