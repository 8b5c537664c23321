import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forcentProvisoire } from '../identite/attributs.ts'
import { prouveIdentite } from '../identite/piece.ts'
import { estTraitStrict, TRAITS } from '../identite/traits.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import { CIRCONSTANCES, type Circonstance } from './circonstance.ts'
import type { Evenement } from './evenement.ts'
import { faitInsiDe, statutAdmission } from './lectures.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { appelEnCours } from './transition.ts'

const AUJOURDHUI = '2026-11-22'

const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '0000000001',
  nda: '0000000002',
})

const TRAITS_INSI = {
  nomNaissance: 'KERVADOC',
  prenomsNaissance: 'SOLENE LOUISE',
  sexe: 'F',
  dateNaissance: '1981-02-27',
  lieuNaissance: '35238',
}

const ACTIF = {
  numero: '2810235238903',
  cle: '03',
  oid: '1.2.250.1.213.1.4.11',
  dateDebut: null,
  dateFin: null,
}
const IDENTITE = { actif: ACTIF, historique: [], traits: TRAITS_INSI, avertissements: [] }

/** What INSi may answer; the same person, under another number, with other traits, or nobody. */
const trouver = (change: Partial<IdentiteInsi>) =>
  succes({ messageId: 'm', reponse: { codeCR: '00' as const, identite: { ...IDENTITE, ...change } } })
const REPONSE = trouver({})
const SUCCESSEUR = { ...ACTIF, numero: '2810235238904', cle: '02' }
const REPONSES = [
  REPONSE,
  trouver({ actif: SUCCESSEUR, historique: [ACTIF] }),
  trouver({ actif: SUCCESSEUR }),
  trouver({ traits: { ...TRAITS_INSI, nomNaissance: 'DURAND' } }),
  trouver({ traits: { ...TRAITS_INSI, prenomsNaissance: 'SOLENE LOUISE MARIE' } }),
  succes({ messageId: 'm', reponse: { codeCR: '01' as const } }),
  succes({ messageId: 'm', reponse: { codeCR: '02' as const } }),
]

/** The steps of a complete gesture, so that random sequences do reach the qualified status. */
const GESTE: readonly Evenement[] = [
  { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Kervadoc' },
  { type: 'trait-saisi', trait: 'prenomsNaissance', brut: 'Solène Louise' },
  { type: 'trait-saisi', trait: 'sexe', brut: 'f' },
  { type: 'trait-saisi', trait: 'dateNaissance', brut: '27/02/1981' },
  { type: 'trait-saisi', trait: 'lieuNaissance', brut: '35238' },
  { type: 'piece-enregistree', piece: { type: 'CN', date: AUJOURDHUI } },
  { type: 'insi-demandee', appelId: 'a' },
  { type: 'insi-repondue', appelId: 'a', resultat: REPONSE },
  { type: 'insi-acceptee', motif: null },
]

const evenement: fc.Arbitrary<Evenement> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...GESTE) },
  fc.record({
    type: fc.constant('trait-saisi' as const),
    trait: fc.constantFrom(...TRAITS),
    brut: fc.constantFrom('', 'Durand', '1950', '-', '99999', 'm', '📛', '31/02/1980'),
  }),
  fc.record({
    type: fc.constant('attribut-bascule' as const),
    attribut: fc.constantFrom('homonyme' as const, 'douteux' as const, 'fictif' as const),
    actif: fc.boolean(),
  }),
  fc.record({
    type: fc.constant('circonstance-choisie' as const),
    circonstance: fc.constantFrom(...(Object.keys(CIRCONSTANCES) as Circonstance[])),
  }),
  fc.constantFrom<Evenement>(
    { type: 'piece-enregistree', piece: { type: 'PC', date: AUJOURDHUI } },
    { type: 'piece-retiree' },
    { type: 'traits-deverrouilles' },
    { type: 'insi-annulee' },
    { type: 'insi-ecartee' },
    { type: 'insi-repondue', appelId: 'a', resultat: echec(refuser('insi/delai')) },
    { type: 'mere-liee', ipp: '80040001' },
  ),
)

/** The acts of a verification, its answer for this call or for another one. */
const verification: fc.Arbitrary<Evenement> = fc.oneof(
  fc.constantFrom<Evenement>(
    { type: 'etat-civil-declare' },
    { type: 'verification-demandee', appelId: 'v' },
    { type: 'insi-demandee', appelId: 'a' },
    { type: 'insi-acceptee', motif: 'patient-confirme' },
  ),
  fc.record({
    type: fc.constant('insi-repondue' as const),
    appelId: fc.constantFrom('v', 'a', 'patient-precedent'),
    resultat: fc.constantFrom(...REPONSES),
  }),
  fc.constant<Evenement>({ type: 'appli-vitale-lue', identite: IDENTITE }),
)

/** A whole gesture with anything in between, kept in order or not. */
const sequence = fc.oneof(
  fc
    .array(fc.oneof({ weight: 3, arbitrary: verification }, evenement), { maxLength: 15 })
    .map((suite) => [...GESTE, { type: 'etat-civil-declare' } as const, ...suite]),
  fc.array(evenement, { maxLength: 25 }),
  fc.array(evenement, { maxLength: 6 }).map((suite) => [...GESTE, ...suite]),
)

/** An establishment that opened everything. */
const REGLAGES = { ...REGLAGES_PAR_DEFAUT, appliVitale: true }

interface Pas {
  readonly avant: Admission
  readonly evenement: Evenement
  readonly apres: Admission
}

function jouer(evenements: readonly Evenement[]): readonly Pas[] {
  const pas: Pas[] = []
  let avant = NEUVE
  for (const prochain of evenements) {
    const issue = appliquer(avant, prochain, AUJOURDHUI, REGLAGES)
    if (!issue.ok) continue
    pas.push({ avant, evenement: prochain, apres: issue.value.admission })
    avant = issue.value.admission
  }
  return pas
}

/** A sequence of events that breaks a rule, shrunk; null when none was found. */
const contreExemple = (tient: (pas: Pas) => boolean) =>
  fc.check(
    fc.property(sequence, (evenements) => jouer(evenements).every(tient)),
    { numRuns: 3000 },
  ).counterexample

describe('Statuts, pour toute suite d’événements (rniv.md §2.2)', () => {
  it('le geste complet qualifie', () =>
    expect(jouer(GESTE).map(({ apres }) => statutAdmission(apres))).toEqual([
      ...Array.from({ length: 5 }, () => 'provisoire'),
      ...Array.from({ length: 3 }, () => 'validee'),
      'qualifiee',
    ]))

  it('validée et qualifiée demandent le contrôle d’une pièce par une personne (EXI PP 09)', () =>
    expect(
      contreExemple(
        ({ avant, evenement: cause, apres }) =>
          (!['validee', 'qualifiee'].includes(statutAdmission(apres)) || prouveIdentite(apres.piece)) &&
          (apres.piece === null ||
            avant.piece === apres.piece ||
            ['piece-enregistree', 'appli-vitale-lue'].includes(cause.type)),
      ),
    ).toBeNull())

  it('douteux et fictif ne coexistent jamais avec une donnée INSi (EXI SI 09)', () =>
    expect(
      contreExemple(
        ({ apres }) =>
          !forcentProvisoire(apres.attributs) ||
          (statutAdmission(apres) === 'provisoire' &&
            faitInsiDe(apres) === null &&
            apres.suivi.anciens.length === 0 &&
            apres.suivi.verification.etat === 'aucune'),
      ),
    ).toBeNull())

  it('un trait strict modifié par une personne ramène à provisoire (ligne 10)', () =>
    expect(
      contreExemple(({ avant, evenement: cause, apres }) => {
        if (cause.type !== 'trait-saisi' || !estTraitStrict(cause.trait)) return true
        const change = avant.saisie[cause.trait]?.valeur !== apres.saisie[cause.trait]?.valeur
        return !change || statutAdmission(apres) === 'provisoire'
      }),
    ).toBeNull())

  it('qualifiée porte matricule, OID et les cinq traits d’INSi', () =>
    expect(
      contreExemple(({ apres }) => {
        if (statutAdmission(apres) !== 'qualifiee') return true
        const fait = faitInsiDe(apres)
        if (fait === null || apres.interrogation.etat !== 'acceptee') return false
        const { actif, traits } = apres.interrogation.identite
        return (
          fait.ins.oid === actif.oid &&
          fait.ins.matricule === actif.numero + actif.cle &&
          fait.ins.matricule.length === 15 &&
          (Object.keys(TRAITS_INSI) as (keyof typeof TRAITS_INSI)[]).every(
            (trait) => apres.saisie[trait]?.valeur === traits[trait],
          )
        )
      }),
    ).toBeNull())

  it('seul un acte d’une personne associe un numéro, et jamais un numéro sans lien avec celui qui fut retiré', () =>
    expect(
      contreExemple(({ avant, evenement: cause, apres }) => {
        const [ancien, nouveau] = [faitInsiDe(avant)?.ins, faitInsiDe(apres)?.ins]
        if (!nouveau || nouveau === ancien) return true
        const { verification: suivie } = avant.suivi
        const acte = ['insi-acceptee', 'appli-vitale-lue'].includes(cause.type)
        const succede =
          suivie.etat !== 'retiree' ||
          nouveau.matricule === suivie.ins.matricule ||
          apres.suivi.anciens.some(({ matricule }) => matricule === suivie.ins.matricule)
        return acte && succede
      }),
    ).toBeNull())

  it('une réponse destinée à un autre appel ou au patient précédent ne change rien', () =>
    expect(
      contreExemple(
        ({ avant, evenement: cause, apres }) =>
          cause.type !== 'insi-repondue' || cause.appelId === appelEnCours(avant) || avant === apres,
      ),
    ).toBeNull())

  it('une vérification ne rend jamais une confiance que l’identité n’avait pas', () =>
    expect(
      contreExemple(({ avant, evenement: cause, apres }) => {
        if (!avant.suivi.verification.etat.startsWith('en-cours') || cause.type !== 'insi-repondue')
          return true
        const [de, vers] = [statutAdmission(avant), statutAdmission(apres)]
        return de === vers || (de === 'qualifiee' ? vers === 'validee' : vers === 'provisoire')
      }),
    ).toBeNull())

  it('nouveau-né, non identifié et anonyme restent provisoires ; anonyme reste fictif', () =>
    expect(
      contreExemple(
        ({ apres }) =>
          !['nouveau-ne', 'non-identifie', 'anonyme'].includes(apres.circonstance) ||
          (statutAdmission(apres) === 'provisoire' &&
            (apres.circonstance !== 'anonyme' || apres.attributs.includes('fictif'))),
      ),
    ).toBeNull())

  it('une saisie refusée garde tout ce qui fut tapé', () =>
    expect(
      contreExemple(
        ({ evenement: cause, apres }) =>
          cause.type !== 'trait-saisi' ||
          cause.brut.trim() === '' ||
          apres.saisie[cause.trait]?.brut === cause.brut,
      ),
    ).toBeNull())
})
