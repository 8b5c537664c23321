import { mots, type Tirage } from './tirage.ts'

/** Communes with a maternity, most births first. Source: COG; codes that did not change since 1920 but where told. */
const COMMUNES = mots(
  '75114 75112 69383 13205 31555 59350 44109 33063 67482 06088 34172 35238 38185 76540 21231 49007 42218 63113 51454 37261 45234 72181 87085 14118 80021 54395 57463 68224 25056 86194 62041 66136 30189 84007 83137 29019 17300 64445 73065 74010 01053 60057 76351 88160 89024 97411 97209 97105 97302 75120 75118 69384 13208 59512',
)

/** Corsica was 20 before 1976. */
const CORSES: readonly [Corse, ...Corse[]] = [
  { code: '2A004', ancien: '20004' },
  { code: '2B033', ancien: '20033' },
  { code: '2A041', ancien: '20041' },
  { code: '2B096', ancien: '20096' },
]

interface Corse {
  readonly code: string
  readonly ancien: string
}

const PAYS = mots('99350 99351 99139 99127 99134 99109 99208 99326 99341 99335 99323 99123 99243 99333 99410')

/** Algeria has a country code, but those born there before independence a number of department. */
const ALGERIE = '99352'

/** Where someone was born: what INSi answers, and the five characters the number holds, which may differ. */
export interface LieuNaissance {
  readonly code: string
  readonly dansLeNumero: string
}

export function tirerLieu(tirage: Tirage, annee: number, ailleurs: boolean): LieuNaissance {
  if (ailleurs) return tirerPays(tirage, annee)
  if (!tirage.chance(0.006)) return memeCode(tirage.frequent(COMMUNES))
  const corse = tirage.un(CORSES)
  return { code: corse.code, dansLeNumero: annee < 1976 ? corse.ancien : corse.code }
}

function tirerPays(tirage: Tirage, annee: number): LieuNaissance {
  if (!tirage.chance(0.2)) return memeCode(tirage.frequent(PAYS))
  if (annee >= 1962) return memeCode(ALGERIE)
  return { code: ALGERIE, dansLeNumero: tirage.un(['91352', '92352', '93352']) }
}

const memeCode = (code: string): LieuNaissance => ({ code, dansLeNumero: code })
