import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, readFileSync } from 'node:fs'
import { setTimeout as attendre } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { authentifier } from '#services/comptes/authentifier.ts'
import { cleDroitsDe } from '#services/comptes/sceller-droits.ts'
import { lirePersonnes } from '#services/comptes/registre.ts'
import { relireConfiguration } from '../configuration/ecrire-organisation.ts'
import { MOT_DE_PASSE, monterSeances } from './seance-essai.ts'

const COUPURES = 8

let banc: Awaited<ReturnType<typeof monterSeances>>
beforeEach(async () => {
  banc = await monterSeances()
})
afterEach(() => banc.fermer())

/** Starts the writer and kills it in the middle of a change. */
async function couper(cle: Uint8Array, delai: number): Promise<void> {
  const module = new URL('./changer-sans-fin.ts', import.meta.url).href
  const programme = `import(${JSON.stringify(module)}).then((m) => m.changerSansFin(...process.argv.slice(1)))`
  const args = ['-e', programme, banc.ports.dossier, Buffer.from(cle).toString('hex')]
  const enfant = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  const fin = once(enfant, 'close')
  await once(enfant.stdout, 'data')
  await attendre(delai)
  enfant.kill('SIGKILL')
  expect(await fin).toEqual([null, 'SIGKILL'])
}

describe('Tué au milieu d’un changement', () => {
  it('les comptes et la configuration sont ceux d’avant ou d’après, entiers, et s’ouvrent', async () => {
    const file = banc.chemin('comptes.json')
    const ouvert = await authentifier(file, 'informatique', MOT_DE_PASSE)
    if (!ouvert.ok) throw new Error(ouvert.error.code)
    const cleDroits = cleDroitsDe(ouvert.value.cle)
    for (let coupure = 0; coupure < COUPURES; coupure += 1) {
      await couper(cleDroits, coupure * 7)
      const personnes = lirePersonnes({ file, cleDroits })
      expect(personnes.ok && personnes.value.map(({ intact }) => intact)).toEqual([true, true, true, true])
      expect(relireConfiguration(banc.ports.dossier).ok).toBe(true)
    }
    expect((await authentifier(file, 'informatique', MOT_DE_PASSE)).ok).toBe(true)
  })

  it('un dossier qui refuse l’écriture : refus, et le compte reste comme il était', async () => {
    await banc.connexion.ouvrir({ identifiant: 'informatique', motDePasse: MOT_DE_PASSE })
    const avant = readFileSync(banc.chemin('comptes.json'), 'utf8')
    // Nobody, not even root, writes a file where a folder stands.
    mkdirSync(banc.chemin('comptes.json.tmp'))
    await expect(
      banc.administration.fermerCompte({ identifiant: 'demo', ferme: true }),
    ).rejects.toMatchObject({ data: { code: 'comptes/ecriture' } })
    expect(readFileSync(banc.chemin('comptes.json'), 'utf8')).toBe(avant)
  })
})
