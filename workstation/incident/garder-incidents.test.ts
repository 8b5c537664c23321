import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

const MODULE = JSON.stringify(new URL('garder-incidents.ts', import.meta.url).href)

/** Runs a program that meets a bug while it holds a name, and gives all that it leaves. */
function rencontrer(bug: string) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [
    '--input-type=module',
    '--eval',
    `import { garderIncidents, surIncident } from ${MODULE}
     garderIncidents()
     surIncident(({ erreur }) => console.log('noté : ' + erreur))
     surIncident(() => { throw new Error('LANDREVILLE') })
     ${bug}
     setInterval(() => undefined, 1000)`,
  ])
  return { status, sortie: stdout.toString(), erreurs: stderr.toString() }
}

describe('incident du poste', () => {
  it.each([
    [
      'une erreur que personne n’attrape',
      `setImmediate(() => { throw new TypeError('LANDREVILLE') })`,
      'TypeError',
    ],
    [
      'une promesse que personne n’attend',
      `void Promise.reject(new RangeError('LANDREVILLE'))`,
      'RangeError',
    ],
    [
      'un refus qui n’est pas une erreur',
      `void Promise.reject({ nom: 'LANDREVILLE' })`,
      'UnhandledPromiseRejection',
    ],
  ])('%s : le programme s’arrête en 70, le journal est prévenu, aucun nom ne sort', (_cas, bug, erreur) => {
    const { status, sortie, erreurs } = rencontrer(bug)
    expect([status, sortie, erreurs.trim().split('\n').length]).toEqual([70, `noté : ${erreur}\n`, 1])
    expect(JSON.parse(erreurs)).toMatchObject({ code: 'poste/incident', erreur })
    expect(sortie + erreurs).not.toContain('LANDREVILLE')
  })
})
