import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { indexer } from '#domain/lieux/indexer.ts'
import type { DonneesLieux } from '#domain/lieux/lieu.ts'
import { memeLieu } from '#domain/lieux/meme-lieu.ts'
import { buildCommunes, buildPays, type CommuneEtalab } from './build-lieux.ts'

const dossier = join(import.meta.dirname, '../../assets/cog')
const lire = (chemin: string): string => readFileSync(chemin, 'utf8')
const asset = (fichier: string): DonneesLieux => JSON.parse(lire(join(dossier, fichier))) as DonneesLieux
const etalab = JSON.parse(
  lire(createRequire(import.meta.url).resolve('@etalab/decoupage-administratif/data/communes.json')),
) as readonly CommuneEtalab[]
const construits = buildCommunes(etalab, lire(join(dossier, 'sources/mouvements-communes.csv')))

describe('Lieux de naissance, construits de leurs sources', () => {
  it('les fichiers du dépôt sont le résultat exact de node tools/cog.ts', () => {
    expect(asset('communes.json')).toEqual(construits)
    expect(asset('pays.json')).toEqual(buildPays(lire(join(dossier, 'sources/pays.csv'))))
  })

  it('toutes les communes en vigueur y sont, avec leurs codes postaux', () => {
    const lignes = new Set(construits.lieux.map((ligne) => ligne.split('|').slice(0, 3).join('|')))
    expect(
      etalab.filter(({ type, code, nom }) => type === 'commune-actuelle' && !lignes.has(`${code}|${nom}|C`)),
    ).toEqual([])
  })

  it('chaque ancien code déclaré par une commune mène à elle', () => {
    const index = indexer(construits)
    const perdus = etalab.flatMap(({ code, anciensCodes }) =>
      (anciensCodes ?? []).filter((ancien) =>
        ['different', 'inconnu'].includes(memeLieu(index, ancien, code)),
      ),
    )
    expect(perdus).toEqual([])
  })

  it('un même code ne porte jamais deux noms de commune le même jour', () => {
    const periodes = Map.groupBy(
      construits.lieux.map((ligne) => ligne.split('|')).filter(([, , nature]) => nature === 'C'),
      ([code]) => code,
    )
    const chevauchements = [...periodes].filter(([, noms]) =>
      noms.some(([, nom, , debut = '', fin = '']) =>
        noms.some(
          ([, autre, , debutAutre = '', finAutre = '']) =>
            nom !== autre &&
            debutAutre >= debut &&
            (fin === '' || debutAutre < fin) &&
            (finAutre === '' || finAutre > debut),
        ),
      ),
    )
    expect(chevauchements).toEqual([])
  })
})
