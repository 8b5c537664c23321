import { z } from 'zod'
import type { Bibliotheque } from '#domain/cartes/bibliotheque.ts'
import { ETAPES_RESEAU, ETATS_ETAPE } from '#domain/insi/etape-reseau.ts'
import { genreCarte } from './cartes.ts'
import { appel, codeRefus } from './refus.ts'

const bibliotheque: z.ZodType<Bibliotheque, Bibliotheque> = z.object({
  nom: z.enum(['pcsc', 'koffi', 'cryptolib', 'apilec']),
  chemin: z.string().nullable(),
  version: z.string().nullable(),
  refus: codeRefus.nullable(),
})

const diagnosticCartes = z.object({
  instant: z.string(),
  poste: z.string(),
  version: z.string(),
  /** Operating system and runtime. */
  systeme: z.string(),
  /** How Vitales are read. */
  fournisseur: z.enum(['apdu', 'apilec']),
  /** Why no card can be read, when none can. */
  refus: codeRefus.nullable(),
  lecteurs: z.array(
    z.object({
      nom: z.string(),
      role: z.enum(['vitale', 'cpx']),
      carte: genreCarte.nullable(),
      muette: z.boolean(),
    }),
  ),
  bibliotheques: z.array(bibliotheque),
  /** What went wrong lately, the latest first. */
  incidents: z.array(z.object({ instant: z.string(), refus: codeRefus, lecteur: z.string().nullable() })),
})

export type DiagnosticCartes = z.infer<typeof diagnosticCartes>

/** A card read to see whether it can be: how many persons it names, and not one of them. */
const essaiCarte = z.object({
  dureeMs: z.number(),
  lue: z
    .object({ lecteur: z.string(), carte: z.enum(['vitale1', 'vitale2']), beneficiaires: z.int() })
    .nullable(),
  refus: codeRefus.nullable(),
})

export type EssaiCarte = z.infer<typeof essaiCarte>

const testReseau = z.object({
  etapes: z.array(
    z.object({
      etape: z.enum(ETAPES_RESEAU),
      etat: z.enum(ETATS_ETAPE),
      code: codeRefus.nullable(),
      sur: z.string().nullable(),
      dureeMs: z.number(),
    }),
  ),
  /** Where the report was written. */
  fichier: z.string(),
})

export type TestReseau = z.infer<typeof testReseau>

/** What IT looks at and tries of readers, cards and network; nothing of a person goes through here. */
export const materiel = {
  diagnostic: appel.output(diagnosticCartes),
  essayer: appel.output(essaiCarte),
  /** Exchanges the roles of the readers. */
  permuter: appel,
  /** Writes the diagnostic in a file of the workstation, and tells where. */
  exporter: appel.output(z.object({ fichier: z.string() })),
  /** Tests the way to INSi, one call of the published test identity included, and writes the report. */
  testerReseau: appel.output(testReseau),
}
