import type { DonneesLieux } from '#domain/lieux/lieu.ts'
import { codeLinks } from './code-links.ts'
import { namePeriods, type Periode } from './name-periods.ts'
import { readMouvements } from './read-mouvements.ts'

/** A row of `@etalab/decoupage-administratif/data/communes.json`. */
export interface CommuneEtalab {
  readonly code: string
  readonly nom: string
  readonly type: 'commune-actuelle' | 'arrondissement-municipal' | 'commune-deleguee' | 'commune-associee'
  readonly codesPostaux?: readonly string[]
  readonly anciensCodes?: readonly string[]
  readonly population?: number
  readonly commune?: string
  readonly chefLieu?: string
}

/** The movements stop in 2024; what changed after is dated from the next one, the legal date of almost all of them. */
const APRES_LES_MOUVEMENTS = '2025-01-01'

const INITIALES = {
  'commune-actuelle': 'C',
  'arrondissement-municipal': 'M',
  'commune-deleguee': 'D',
  'commune-associee': 'A',
} as const

/** Every commune since 1943 under each code and name it bore, and what became of the codes. */
export function buildCommunes(communes: readonly CommuneEtalab[], mouvementsCsv: string): DonneesLieux {
  const mouvements = readMouvements(mouvementsCsv)
  const periodes = namePeriods(mouvements)
  const ouvertes = new Map(periodes.filter(({ fin }) => fin === '').map((p) => [`${p.code}|${p.nom}`, p]))
  const connus = new Set(periodes.map(({ code }) => code))
  const actuels = new Set(communes.map((c) => (c.type === 'commune-actuelle' ? `${c.code}|${c.nom}` : '')))

  const actuelles = communes.map((commune) => {
    const debut =
      commune.type !== 'commune-actuelle' || !connus.has(commune.code)
        ? ''
        : (ouvertes.get(`${commune.code}|${commune.nom}`)?.debut ?? APRES_LES_MOUVEMENTS)
    return ligneDe(commune, debut)
  })
  const passees = periodes
    .filter(({ code, nom, fin }) => fin !== '' || !actuels.has(`${code}|${nom}`))
    .map((periode) => lignePassee(periode))
  const liens = codeLinks(mouvements)
  return {
    lieux: [...new Set([...actuelles, ...passees])].toSorted(),
    liens: [...new Set([...liens, ...liensManquants(communes, liens)])].toSorted(),
  }
}

const ligneDe = (commune: CommuneEtalab, debut: string): string =>
  [
    commune.code,
    commune.nom,
    INITIALES[commune.type],
    debut,
    '',
    (commune.codesPostaux ?? []).join(' '),
    String(Math.floor(Math.log2((commune.population ?? 0) + 1))),
    commune.commune ?? commune.chefLieu ?? '',
  ]
    .join('|')
    .replace(/(\|0)?\|$/, '')

const lignePassee = ({ code, nom, debut, fin }: Periode): string =>
  `${code}|${nom}|C|${debut}|${fin || APRES_LES_MOUVEMENTS}`

/** Former codes that the current communes declare and that no movement explains. */
function liensManquants(communes: readonly CommuneEtalab[], liens: readonly string[]): readonly string[] {
  const partis = new Set(liens.map((lien) => lien.split('|')[1]))
  return communes.flatMap(({ code, anciensCodes }) =>
    (anciensCodes ?? [])
      .filter((ancien) => !partis.has(ancien))
      .map((ancien) => `${APRES_LES_MOUVEMENTS}|${ancien}|${code}|fusion`),
  )
}

/** Countries from `pays.csv`: `code;name;other names;start;end;successors`, the last four optional. */
export function buildPays(csv: string): DonneesLieux {
  const lignes = csv
    .split(/\r?\n/)
    .slice(1)
    .filter((ligne) => ligne !== '')
    .map((ligne) => ligne.split(';'))
  return {
    lieux: lignes.flatMap(([code = '', nom = '', autres = '', debut = '', fin = '']) =>
      [nom, ...autres.split(',')]
        .filter((n) => n !== '')
        .map((n) => `${code}|${n}|P|${debut}|${fin}`.replace(/\|+$/, '')),
    ),
    liens: lignes.flatMap(([code = '', , , , fin = '', successeurs = '']) => {
      const codes = successeurs.split(',').filter((successeur) => successeur !== '')
      return codes.map((vers) => `${fin}|${code}|${vers}|${codes.length === 1 ? 'code' : 'partage'}`)
    }),
  }
}
