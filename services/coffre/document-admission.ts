import { z } from 'zod'
import { MOTIFS_ECART, type Admission, type MotifEcart } from '#domain/admission/admission.ts'
import { CIRCONSTANCES, type Circonstance } from '#domain/admission/circonstance.ts'
import { VENUE_NON_DITE } from '#domain/admission/venue.ts'
import { SUIVI_VIERGE, type SuiviIns } from '#domain/admission/suivi-ins.ts'
import {
  CONCLUSIONS,
  DECISION_VIERGE,
  MOTIFS_TRANSFERT,
  NOTICES,
  type Conclusion,
  type FaitsDecision,
  type MotifTransfert,
  type Notice,
} from '#domain/decision/faits-decision.ts'
import { estOidIns, type MatriculeIns, type OidIns } from '#domain/identite/matricule.ts'
import { TRAITS } from '#domain/identite/traits.ts'
import { estCodeRefus, refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'

/** Version of the document; raise it, and read the older ones, whenever the shape of an admission changes. */
const FORMAT = 1

export const ecrireDocument = (admission: Admission): string => JSON.stringify({ format: FORMAT, admission })

/** Reads a stored admission, trusting nothing of it: the text may come from a damaged or a newer store. */
export function lireDocument(texte: string): Result<Admission, Refus> {
  const json = lireJson(texte)
  const enveloppe = z.object({ format: z.int() }).safeParse(json)
  if (enveloppe.success && enveloppe.data.format > FORMAT) return echec(refuser('coffre/version'))
  const lu = document.safeParse(json)
  return lu.success ? succes(lu.data.admission) : echec(refuser('coffre/illisible'))
}

function lireJson(texte: string): unknown {
  try {
    return JSON.parse(texte)
  } catch {
    return null
  }
}

const codeRefus = z.custom<CodeRefus>((code) => typeof code === 'string' && estCodeRefus(code))

const motif = z.enum(Object.keys(MOTIFS_ECART) as [MotifEcart, ...MotifEcart[]]).nullable()

const saisie = z.record(
  z.enum(TRAITS),
  z
    .strictObject({
      brut: z.string(),
      valeur: z.string().nullable(),
      refus: codeRefus.nullable(),
      provenance: z.enum(['SM', 'CV', 'INSI', 'CB', 'AV']),
    })
    .nullable(),
)

const demande = z.strictObject({
  nomNaissance: z.string(),
  prenom: z.string(),
  sexe: z.enum(['F', 'M']),
  dateNaissance: z.string(),
  lieuNaissance: z.string().exactOptional(),
})

const numero = z.strictObject({
  numero: z.string(),
  cle: z.string(),
  oid: z.string(),
  dateDebut: z.string().nullable(),
  dateFin: z.string().nullable(),
})

const identite = z.strictObject({
  actif: numero,
  historique: z.array(numero),
  traits: z.strictObject({
    nomNaissance: z.string(),
    prenomsNaissance: z.string(),
    sexe: z.string(),
    dateNaissance: z.string(),
    lieuNaissance: z.string(),
  }),
  avertissements: z.array(z.enum(['cle-fausse', 'oid-inconnu', 'lieu-absent'])),
})

/** Kept as INSi gave it, even with a wrong key: it was shown as a warning, and refusing it here would lose the whole admission. */
const estMatricule = (texte: unknown): boolean =>
  typeof texte === 'string' && /^\d{6}[\dA-Za-z]\d{8}$/.test(texte)

const ins = z.strictObject({
  matricule: z.custom<MatriculeIns>(estMatricule),
  oid: z.custom<OidIns>((oid) => typeof oid === 'string' && estOidIns(oid)),
})

const fait = z.strictObject({ date: z.string(), ins })

const interrogation = z.discriminatedUnion('etat', [
  z.strictObject({ etat: z.literal('aucune') }),
  z.strictObject({ etat: z.literal('en-cours'), appelId: z.string(), demande }),
  z.strictObject({ etat: z.literal('trouvee'), messageId: z.string(), identite }),
  z.strictObject({ etat: z.literal('non-trouvee'), codeCR: z.enum(['01', '02']) }),
  z.strictObject({ etat: z.literal('en-echec'), refus: codeRefus }),
  // The number of the admission is the one of the answer kept, or one of them was changed.
  z
    .strictObject({ etat: z.literal('acceptee'), fait, identite, motif, avant: saisie })
    .refine(
      ({ fait: { ins: accepte }, identite: { actif } }) =>
        accepte.matricule === actif.numero + actif.cle && accepte.oid === actif.oid,
    ),
  z.strictObject({ etat: z.literal('ecartee'), identite }),
])

const decision: z.ZodType<FaitsDecision> = z.strictObject({
  essais: z.array(
    z.strictObject({
      variante: z.enum(['initiale', 'ecriture-prenom', 'ecriture-nom', 'prenom', 'prenoms-joints', 'lieu']),
      demande,
      issue: z.union([z.enum(['00', '01', '02']), codeRefus]).nullable(),
    }),
  ),
  nomVerifie: z.string().nullable(),
  transfert: z.enum(Object.keys(MOTIFS_TRANSFERT) as [MotifTransfert, ...MotifTransfert[]]).nullable(),
  notices: z.array(z.enum(Object.keys(NOTICES) as [Notice, ...Notice[]])),
  // Nothing concluded in documents written before work lists.
  conclusion: z
    .enum(Object.keys(CONCLUSIONS) as [Conclusion, ...Conclusion[]])
    .nullable()
    .default(null),
})

const suivi: z.ZodType<SuiviIns> = z.strictObject({
  etatCivil: z.string().nullable(),
  verification: z.discriminatedUnion('etat', [
    z.strictObject({ etat: z.enum(['aucune', 'conforme', 'plusieurs']) }),
    z.strictObject({ etat: z.literal('en-cours'), appelId: z.string() }),
    z.strictObject({ etat: z.literal('en-echec'), refus: codeRefus }),
    z.strictObject({
      etat: z.literal('retiree'),
      issue: z.enum(['introuvable', 'traits-changes', 'matricule-change', 'autre-matricule']),
      ins,
    }),
  ]),
  anciens: z.array(ins),
})

const admission: z.ZodType<Admission> = z.strictObject({
  id: z.string(),
  ouverteLe: z.string(),
  agent: z.string(),
  ipp: z.string(),
  nda: z.string(),
  // Nothing said in documents written before visits had a site.
  venue: z
    .strictObject({
      site: z.string().nullable(),
      secteur: z.string().nullable(),
      typeAdmission: z.string().nullable(),
    })
    .default(VENUE_NON_DITE),
  saisie,
  piece: z
    .strictObject({
      type: z.string(),
      date: z.string(),
      expiration: z.string().exactOptional(),
      probante: z.boolean().exactOptional(),
      aValider: z.literal(true).exactOptional(),
    })
    .nullable(),
  // None in documents written before copies were kept.
  copies: z
    .array(
      z.strictObject({
        id: z.string(),
        format: z.enum(['jpeg', 'png']),
        octets: z.int(),
        piece: z.string(),
        admission: z.string(),
      }),
    )
    .default([]),
  attributs: z.array(z.enum(['homonyme', 'douteux', 'fictif'])),
  interrogation,
  // Nothing decided in documents written before the decision was kept.
  decision: decision.default(DECISION_VIERGE),
  // Documents written before verifications were kept asked for none.
  suivi: suivi.default(SUIVI_VIERGE),
  // None in documents written before calls were put off.
  differe: z
    .strictObject({ par: z.string(), le: z.string(), etat: z.enum(['en-attente', 'envoye', 'a-revoir']) })
    .nullable()
    .default(null),
  // Documents written before circumstances were kept are ordinary ones.
  circonstance: z.enum(Object.keys(CIRCONSTANCES) as [Circonstance, ...Circonstance[]]).default('ordinaire'),
  mereIpp: z.string().nullable().default(null),
  dateCarte: z.string().nullable().default(null),
  // Null in documents written before the card was read again at the call.
  carteLue: z.string().nullable().default(null),
  // Null in documents written before it was kept: the search is then made again.
  anteriorite: z
    .strictObject({ nom: z.string(), prenom: z.string(), dateNaissance: z.string() })
    .nullable()
    .default(null),
  // Null in documents written before work lists.
  preparation: z.strictObject({ pour: z.string() }).nullable().default(null),
  remise: z.strictObject({ depuis: z.string(), par: z.string() }).nullable().default(null),
  close: z.boolean(),
})

const document = z.strictObject({ format: z.literal(FORMAT), admission })
