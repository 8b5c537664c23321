import { phraseEtape, type EtapeReseau } from '#domain/insi/etape-reseau.ts'
import type { Configuration } from '../configuration/configuration.ts'

/** A network self-test to be read elsewhere: each step with its sentence, nothing of a person and no secret. */
export const rapportReseau = (
  { poste, environnement }: Pick<Configuration, 'poste' | 'environnement'>,
  etapes: readonly EtapeReseau[],
  instant: Date,
) => ({
  instant: instant.toISOString(),
  poste,
  environnement,
  etapes: etapes.map((etape) => ({ ...etape, phrase: phraseEtape(etape) })),
})
