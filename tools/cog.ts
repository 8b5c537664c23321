import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import type { DonneesLieux } from '#domain/lieux/lieu.ts'
import { buildCommunes, buildPays, type CommuneEtalab } from './cog/build-lieux.ts'

/** Writes `assets/cog/communes.json` and `pays.json` from their sources; run again when a source changes. */
const dossier = join(import.meta.dirname, '../assets/cog')
const lire = (chemin: string): string => readFileSync(chemin, 'utf8')

const communes = JSON.parse(
  lire(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')),
) as readonly CommuneEtalab[]

/** One record a line, so that the next edition of the COG reads as a difference. */
const ecrire = (fichier: string, { lieux, liens }: DonneesLieux): void =>
  writeFileSync(
    join(dossier, fichier),
    `{"lieux":[\n${lieux.map((l) => JSON.stringify(l)).join(',\n')}\n],"liens":[\n${liens.map((l) => JSON.stringify(l)).join(',\n')}\n]}\n`,
  )

ecrire('communes.json', buildCommunes(communes, lire(join(dossier, 'sources/mouvements-communes.csv'))))
ecrire('pays.json', buildPays(lire(join(dossier, 'sources/pays.csv'))))
