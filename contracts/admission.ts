import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { MOTIFS_ECART, type MotifEcart } from '#domain/admission/admission.ts'
import { CHAMPS_VENUE } from '#domain/admission/venue.ts'
import { TRAITS } from '#domain/identite/traits.ts'
import { circonstance } from './circonstance.ts'
import { motifTransfert } from './decision.ts'
import { appel } from './refus.ts'
import { vueAdmission } from './vue-admission.ts'

const motifs = Object.keys(MOTIFS_ECART) as [MotifEcart, ...MotifEcart[]]

/** Every act names the admission it is meant for, so that a late one can never reach the next patient. */
const cette = z.object({ admission: z.uuid() })

const acte = appel.output(vueAdmission)

export const admission = {
  suivre: appel.output(eventIterator(vueAdmission.nullable())),
  ouvrir: acte,
  choisirBeneficiaire: acte.input(cette.extend({ index: z.int().nonnegative() })),
  /** The agent answers for the traits of a card that was taken back. */
  oublierCarte: acte.input(cette),
  saisirTrait: acte.input(cette.extend({ trait: z.enum(TRAITS), brut: z.string().max(200) })),
  deverrouillerTraits: acte.input(cette),
  /** Fills the form from the text of an INS DataMatrix, as a scanner typed it. */
  lireDatamatrix: acte.input(cette.extend({ message: z.string().max(400) })),
  choisirCirconstance: acte.input(cette.extend({ circonstance })),
  changerVenue: acte.input(cette.extend({ champ: z.enum(CHAMPS_VENUE), code: z.string().max(40) })),
  lierMere: acte.input(cette.extend({ ipp: z.string().max(40).nullable() })),
  enregistrerPiece: acte.input(
    cette.extend({ type: z.string().max(8), expiration: z.string().max(10).nullable().default(null) }),
  ),
  retirerPiece: acte.input(cette),
  basculerAttribut: acte.input(
    cette.extend({ attribut: z.enum(['homonyme', 'douteux', 'fictif']), actif: z.boolean() }),
  ),
  /** Starts one deliberate call and returns at once; the answer comes by `suivre`. */
  interrogerInsi: acte.input(cette),
  annulerInsi: acte.input(cette),
  accepterInsi: acte.input(cette.extend({ motif: z.enum(motifs).nullable() })),
  ecarterInsi: acte.input(cette),
  /** Puts off the call that just failed: it will leave once, when INSi answers again, and a person will look at what comes back. */
  differerInsi: acte.input(cette),
  annulerDiffere: acte.input(cette),
  /** Asks INSi again about the INS accepted before: one deliberate call, when it is due. */
  verifierInsi: acte.input(cette),
  declarerEtatCivil: acte.input(cette),
  verifierNomNaissance: acte.input(cette),
  transfererReferent: acte.input(cette.extend({ motif: motifTransfert })),
  clore: acte.input(cette),
}
