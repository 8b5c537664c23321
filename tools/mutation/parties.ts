/** A part of the domain whose tests are tried against mutants: what is mutated, the tests that may kill, the least score. */
interface Partie {
  readonly mutes: readonly string[]
  readonly tests: string
  readonly score: number
}

const PARTIES: Readonly<Record<string, Partie>> = {
  statut: {
    mutes: ['domain/identite/statut.ts', 'domain/identite/attributs.ts'],
    tests: 'domain/identite/statut.test.ts',
    score: 100,
  },
  identite: {
    mutes: ['domain/identite/**/*.ts', '!domain/**/*.test.ts'],
    tests: 'domain/identite/**/*.test.ts',
    score: 85,
  },
  ecarts: {
    mutes: ['domain/ecarts/**/*.ts', '!domain/ecarts/cas*.ts', '!domain/**/*.test.ts'],
    tests: 'domain/ecarts/**/*.test.ts',
    score: 85,
  },
}

/** The part named by GUICHET_MUTATION; a part is tried alone, against its own tests, so that a mutant costs less than a second. */
export function partieDemandee(): Partie & { readonly nom: string } {
  const nom = process.env['GUICHET_MUTATION'] ?? 'statut'
  const partie = PARTIES[nom]
  if (!partie) throw new Error(`GUICHET_MUTATION: ${Object.keys(PARTIES).join(', ')}`)
  return { nom, ...partie }
}
