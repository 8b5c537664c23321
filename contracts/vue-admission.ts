import { z } from 'zod'
import type { AppelDiffere } from '#domain/admission/appel-differe.ts'
import type { VuePopulation } from '#domain/admission/vue-population.ts'
import type { VueVenue } from '#domain/admission/venue.ts'
import type { VueVerification } from '#domain/admission/vue-verification.ts'
import type { VueAdmission, VueInsi } from '#domain/admission/vue.ts'
import type { Decision } from '#domain/decision/decision.ts'
import { NOEUDS, type Noeud } from '#domain/decision/noeuds.ts'
import type { Ecart, Suite } from '#domain/ecarts/ecart.ts'
import type { Ins } from '#domain/identite/identite.ts'
import { TRAITS, type Trait } from '#domain/identite/traits.ts'
import { RAISONS } from '#domain/travail/raison.ts'
import type { VueRemise } from '#domain/travail/vue-remise.ts'
import { circonstance } from './circonstance.ts'
import { conclusion, motifTransfert, notice } from './decision.ts'
import { codeRefus, refus } from './refus.ts'

const champSaisi = z.object({
  brut: z.string(),
  valeur: z.string().nullable(),
  refus: codeRefus.nullable(),
  provenance: z.enum(['SM', 'CV', 'INSI', 'CB', 'AV']),
})

const saisie = z.record(z.enum(TRAITS), champSaisi.nullable()) satisfies z.ZodType<Record<Trait, unknown>>

const traitsInsi = z.object({
  nomNaissance: z.string(),
  prenomsNaissance: z.string(),
  sexe: z.string(),
  dateNaissance: z.string(),
  lieuNaissance: z.string(),
})

const vueInsi = z.discriminatedUnion('etat', [
  z.object({ etat: z.literal('aucune') }),
  z.object({ etat: z.literal('en-cours') }),
  z.object({ etat: z.literal('non-trouvee'), codeCR: z.enum(['01', '02']) }),
  z.object({ etat: z.literal('en-echec'), refus: codeRefus }),
  z.object({
    etat: z.enum(['trouvee', 'acceptee', 'ecartee']),
    traits: traitsInsi,
    avertissements: z.array(z.enum(['cle-fausse', 'oid-inconnu', 'lieu-absent'])),
  }),
]) satisfies z.ZodType<VueInsi>

const gravite = z.enum(['egal', 'mineur', 'majeur'])

const preuve = z.object({
  source: z.enum(['saisie', 'piece', 'mrz', 'carte', 'insi']),
  valeur: z.string(),
  mots: z.array(z.string()),
})

const suite = z.enum([
  'corriger-saisie',
  'verifier-nom-naissance',
  'rappeler-insi',
  'accepter',
  'accepter-motif',
  'transferer-referent',
  'notice-insee',
  'renouveler-piece',
  'poursuivre-sans-ins',
]) satisfies z.ZodType<Suite>

const ecart = z.object({
  trait: z.enum(['nomNaissance', 'prenomsNaissance', 'sexe', 'dateNaissance', 'lieuNaissance']),
  regle: z.string(),
  gravite,
  cause: z.string(),
  clause: z.string(),
  suites: z.array(suite),
  premier: preuve,
  second: preuve,
}) satisfies z.ZodType<Ecart>

const differe = z.object({
  par: z.string(),
  le: z.string(),
  etat: z.enum(['en-attente', 'envoye', 'a-revoir']),
}) satisfies z.ZodType<AppelDiffere>

const possible = codeRefus.nullable()

const piece = z
  .object({
    type: z.string(),
    date: z.string(),
    expiration: z.string().exactOptional(),
    probante: z.boolean().exactOptional(),
    aValider: z.literal(true).exactOptional(),
  })
  .nullable()

const population = z.object({
  circonstance,
  mereIpp: z.string().nullable(),
  dateIncertaine: z.boolean(),
  dateFacturation: z.string().nullable(),
  pieces: z.array(
    z.object({
      code: z.string(),
      libelle: z.string(),
      hauteConfiance: z.boolean(),
      numerique: z.boolean(),
    }),
  ),
  piecePerimee: z.boolean(),
  absents: z.object({ nom: z.string(), prenom: z.string() }),
  anciensMatricules: z.array(z.object({ matricule: z.string(), oid: z.string() })),
}) satisfies z.ZodType<VuePopulation>

const valeurs = z.array(z.object({ code: z.string(), libelle: z.string() }))

const venue = z.object({
  site: z.string().nullable(),
  secteur: z.string().nullable(),
  typeAdmission: z.string().nullable(),
  choix: z.object({ site: valeurs, secteur: valeurs, typeAdmission: valeurs }),
}) satisfies z.ZodType<VueVenue>

const remise = z.object({
  raison: z.enum(RAISONS),
  depuis: z.string(),
  par: z.string(),
  transfert: motifTransfert.nullable(),
  conclusion: conclusion.nullable(),
  refus: codeRefus.nullable(),
}) satisfies z.ZodType<VueRemise>

const decision = z.object({
  noeud: z.enum(Object.keys(NOEUDS) as [Noeud, ...Noeud[]]),
  phrase: z.string(),
  suites: z.array(suite),
  relance: z.object({ libelle: z.string(), rang: z.int(), sur: z.int() }).nullable(),
  motifRequis: z.boolean(),
  motifTransfert,
  transfert: motifTransfert.nullable(),
  notices: z.array(notice),
}) satisfies z.ZodType<Decision>

const verification = z.object({
  due: z.enum(['delai', 'etat-civil']).nullable(),
  piece: codeRefus.nullable(),
  etat: z.enum(['aucune', 'en-cours', 'conforme', 'plusieurs', 'en-echec', 'retiree']),
  refus: codeRefus.nullable(),
  phrase: z.string().nullable(),
  relance: z.string().nullable(),
}) satisfies z.ZodType<VueVerification>

/** An admission as a window receives it; the domain's type, checked on the wire. */
export const vueAdmission: z.ZodType<VueAdmission, VueAdmission> = z.object({
  id: z.uuid(),
  ouverteLe: z.string(),
  agent: z.string(),
  ipp: z.string(),
  nda: z.string(),
  saisie,
  piece,
  attributs: z.array(z.enum(['homonyme', 'douteux', 'fictif'])),
  close: z.boolean(),
  statut: z.enum(['provisoire', 'recuperee', 'validee', 'qualifiee']),
  pagesCopie: z.int(),
  refus: z.array(refus),
  insi: vueInsi,
  ecarts: z.array(ecart),
  gravite,
  decision,
  verification,
  ins: z
    .custom<Ins>((ins) => z.object({ matricule: z.string(), oid: z.string() }).safeParse(ins).success)
    .nullable(),
  attente: z.object({ etat: z.enum(['a-valider', 'a-qualifier']), refus: codeRefus }).nullable(),
  population,
  venue,
  remise: remise.nullable(),
  differe: differe.nullable(),
  preparation: z.object({ pour: z.string() }).nullable(),
  actions: z.object({
    enregistrerPiece: possible,
    joindreCopie: possible,
    voirCopie: possible,
    interrogerInsi: possible,
    annulerInsi: possible,
    accepterInsi: possible,
    ecarterInsi: possible,
    differerInsi: possible,
    annulerDiffere: possible,
    verifierInsi: possible,
    declarerEtatCivil: possible,
    deverrouiller: possible,
    basculerAttribut: possible,
    imprimer: possible,
    clore: possible,
  }),
})
