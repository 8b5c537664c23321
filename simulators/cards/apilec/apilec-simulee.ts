import { execFile } from 'node:child_process'
import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { echec, succes, type Result } from '#domain/result.ts'

const run = promisify(execFile)

/** A library that stands in for the API de lecture Vitale, and what it answers. */
export interface ApilecSimulee {
  readonly bibliotheque: string
  /** Its configuration folder. */
  readonly dossier: string
  /** The answer of the next readings, an XML text written in ISO-8859-1; null for no card. */
  answer(xml: string | null): Promise<void>
  /** Lines of its file of faults: `panne Hn_Lecture 12`, `lente 500`, `plante`. */
  fail(...pannes: readonly string[]): Promise<void>
}

/** Compiles the library into `dossier`; the sentence tells what this machine lacks. */
export async function prepareApilec(dossier: string): Promise<Result<ApilecSimulee, string>> {
  if (!(await exists('/usr/bin/gcc'))) return echec('Il manque gcc : installez-le.')
  await mkdir(dossier, { recursive: true })
  const bibliotheque = join(dossier, 'apilec-simulee.so')
  const source = join(import.meta.dirname, 'double-apilec.c')
  await run('gcc', ['-shared', '-fPIC', '-O2', '-Wall', '-Werror', '-o', bibliotheque, source])
  return succes({
    bibliotheque,
    dossier,
    answer: (xml) =>
      xml === null
        ? rm(join(dossier, 'reponse.xml'), { force: true })
        : writeFile(join(dossier, 'reponse.xml'), xml, 'latin1'),
    fail: (...pannes) => writeFile(join(dossier, 'pannes'), `${pannes.join('\n')}\n`),
  })
}

const exists = (chemin: string): Promise<boolean> =>
  access(chemin).then(
    () => true,
    () => false,
  )
