import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { isDeepStrictEqual } from 'node:util'
import { afterEach, expect, it } from 'vitest'
import { parcoursExemple } from '../admission-exemple.ts'
import { coffreEssai } from './coffre-essai.ts'
import { openCoffre } from './open-coffre.ts'

const essai = coffreEssai()
afterEach(() => essai.detruire())

/**
 * A power cut leaves the main file and some beginning of the write-ahead log, of which the last page may be half
 * written: whatever that beginning, the store opens on a state that was saved, never on a mixture.
 */
it('coupure de courant à tout endroit du WAL : le coffre s’ouvre sur un état enregistré, dans l’ordre', async () => {
  const coffre = await essai.ouvrir()
  const { etats } = parcoursExemple('a')
  for (const etat of etats) await coffre.admissions.enregistrer(etat)
  const [base, wal] = [readFileSync(essai.file), readFileSync(`${essai.file}-wal`)]
  const copie = `${essai.file}.copie`
  const vus = new Set<number>()
  let dernier = -1
  const coupures = Array.from({ length: Math.ceil(wal.length / 1531) }, (_, rang) => rang * 1531)
  for (const taille of [...coupures, wal.length]) {
    writeFileSync(copie, base)
    writeFileSync(`${copie}-wal`, wal)
    truncateSync(`${copie}-wal`, taille)
    const ouvert = await openCoffre({ file: copie, key: essai.key, creer: true })
    if (!ouvert.ok) throw new Error(`${ouvert.error.code}, ${taille}`)
    expect(await ouvert.value.verifier()).toEqual({ ok: true, value: null })
    const relu = await ouvert.value.admissions.parId('a')
    const rang = relu === null ? -1 : etats.findIndex((etat) => isDeepStrictEqual(etat, relu))
    expect(relu === null || rang >= 0).toBe(true)
    expect(rang).toBeGreaterThanOrEqual(dernier)
    dernier = rang
    vus.add(rang)
    await ouvert.value.close()
  }
  const distincts = new Set(etats.map((etat) => JSON.stringify(etat)))
  expect(vus.size).toBe(distincts.size + 1)
  expect(dernier).toBe(etats.findIndex((etat) => isDeepStrictEqual(etat, etats.at(-1))))
})
