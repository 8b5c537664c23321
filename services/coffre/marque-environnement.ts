/** What a store serves: identities of recette or of a simulator are worth nothing for care, and may never meet those of production. */
export interface MarqueEnvironnement {
  /** Marks the store for good with the environment that uses it first; tells the one it bears. Source: INSi, la recette répond sous l’OID réel. */
  fixer(environnement: string): Promise<string>
}
