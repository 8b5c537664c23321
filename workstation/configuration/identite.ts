import { z } from 'zod'
import { REGLAGES_PAR_DEFAUT, type ReglagesAdmission } from '#domain/admission/reglages.ts'
import { composerCatalogue } from '#domain/identite/catalogue-pieces.ts'
import { lireNom, lirePrenoms } from '#domain/identite/nom.ts'
import { REVERIFICATION_ANS } from '#domain/identite/echeance.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

const noms = z.strictObject({
  nom: z.string().refine((nom) => estEcrit(nom, lireNom)),
  prenom: z.string().refine((prenom) => estEcrit(prenom, lirePrenoms)),
})

/** A literal is written as RNIV would write it, or it is refused. */
function estEcrit(texte: string, lire: (texte: string) => Result<string, Refus>): boolean {
  const lu = lire(texte)
  return lu.ok && lu.value === texte
}

const piece = z.strictObject({
  code: z.string(),
  propose: z.boolean().exactOptional(),
  hauteConfiance: z.boolean().exactOptional(),
  libelle: z.string().min(1).max(60).exactOptional(),
})

/** What an establishment decides about identities; everything has a default. */
export const champsIdentite = {
  identite: z
    .strictObject({
      /** Documents proposed, trusted or renamed; the others stay as they are. */
      pieces: z.array(piece).exactOptional(),
      piecePerimee: z.enum(['avertir', 'refuser']).exactOptional(),
      /** Written when the civil status has no name. */
      absents: noms.exactOptional(),
      nonIdentifie: noms.exactOptional(),
      anonyme: noms.exactOptional(),
      /** Years after which an identity is verified again, three to five. */
      reverificationAns: z.number().exactOptional(),
      /** Whether the INS carried by the Appli carte Vitale counts here. */
      appliVitale: z.boolean().exactOptional(),
      /** Visits prepared at once, at most. */
      preadmissionsMax: z.int().min(1).max(200).exactOptional(),
    })
    .exactOptional(),
}

type ChampsIdentite = z.infer<z.ZodObject<typeof champsIdentite>>

/** The rules of the establishment over the default ones; refuses a document that cannot be what the file says, and a delay RNIV does not allow. */
export function lireReglages({ identite = {} }: ChampsIdentite): Result<ReglagesAdmission, Refus> {
  const { pieces = [], ...autres } = identite
  if (!estDelaiPermis(autres.reverificationAns ?? REVERIFICATION_ANS.defaut))
    return echec(refuser('configuration/reverification', 'identite.reverificationAns'))
  const catalogue = composerCatalogue(pieces)
  return catalogue.ok ? succes({ ...REGLAGES_PAR_DEFAUT, ...autres, pieces: catalogue.value }) : catalogue
}

const estDelaiPermis = (ans: number): boolean =>
  Number.isInteger(ans) && ans >= REVERIFICATION_ANS.min && ans <= REVERIFICATION_ANS.max
