import { LONGUEUR_MAX } from '#domain/identite/nom.ts'
import type { ContexteImpression } from '#domain/etiquette/contexte-impression.ts'
import type { Identite } from '#domain/identite/identite.ts'
import { cleDe, parseMatriculeIns, type MatriculeIns, type OidIns } from '#domain/identite/matricule.ts'
import fc from 'fast-check'

function matricule(numero: string): MatriculeIns {
  const lu = parseMatriculeIns(numero)
  if (!lu.ok) throw new Error(lu.error.code)
  return lu.value
}

/** The published test patient of the ANS. */
export const PATIENT_ANS: Identite = {
  traits: {
    nomNaissance: 'PAT-TROIS',
    prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
    premierPrenom: 'DOMINIQUE',
    sexe: 'F',
    dateNaissance: '1979-03-28',
    lieuNaissance: '63220',
  },
  utilises: { nomUtilise: 'DUPONT', prenomUtilise: null },
  insi: { date: '2026-11-22', ins: { matricule: matricule('279035121518989'), oid: '1.2.250.1.213.1.4.10' } },
  piece: { type: 'CN', date: '2026-11-22' },
  attributs: [],
}

export const CONTEXTE: ContexteImpression = {
  ipp: '8001234567',
  nda: '2600123456',
  entree: '2026-11-22T09:15',
  service: 'Urgences adultes',
  etablissement: 'Centre hospitalier de Démonstration',
  lieuNaissance: 'Montel-de-Gelat',
  agent: 'M. Martin',
  poste: 'ADM-03',
  lot: 'E26-000123',
  emisLe: '2026-11-22T09:17',
  environnement: 'production',
}

/** Words of capitals joined by spaces, hyphens or apostrophes, one to a hundred characters. */
const nom = fc
  .array(
    fc.tuple(
      fc.string({
        unit: fc.constantFrom(...Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ')),
        minLength: 1,
        maxLength: 14,
      }),
      fc.constantFrom(' ', '-', "'"),
    ),
    { minLength: 1, maxLength: 9 },
  )
  .map((mots) =>
    mots
      .flat()
      .join('')
      .slice(0, LONGUEUR_MAX)
      .replace(/[ '-]+$/, ''),
  )

const OIDS: readonly OidIns[] = ['1.2.250.1.213.1.4.8', '1.2.250.1.213.1.4.10']

/** Generated identities, qualified: names of any length, departments 2A and 2B, both lengths of OID. */
export const identiteQualifiee: fc.Arbitrary<Identite> = fc
  .record({
    nomNaissance: nom,
    prenomsNaissance: nom,
    nomUtilise: fc.option(nom),
    prenomUtilise: fc.option(nom),
    sexe: fc.constantFrom('F' as const, 'M' as const),
    jour: fc.date({ min: new Date('1910-01-01'), max: new Date('2026-11-22'), noInvalidDate: true }),
    departement: fc.constantFrom('01', '2A', '2B', '63', '75', '97', '99'),
    suite: fc.integer({ min: 0, max: 999_999 }).map((rang) => String(rang).padStart(6, '0')),
    oid: fc.constantFrom(...OIDS),
    homonyme: fc.boolean(),
  })
  .map((tire) => {
    const dateNaissance = tire.jour.toISOString().slice(0, 10)
    const [annee, mois] = [dateNaissance.slice(2, 4), dateNaissance.slice(5, 7)]
    const numero = `${tire.sexe === 'M' ? '1' : '2'}${annee}${mois}${tire.departement}${tire.suite}`
    return {
      traits: {
        nomNaissance: tire.nomNaissance,
        prenomsNaissance: tire.prenomsNaissance,
        premierPrenom: tire.prenomsNaissance.split(' ')[0] ?? '',
        sexe: tire.sexe,
        dateNaissance,
        lieuNaissance: `${tire.departement}${tire.suite.slice(0, 3)}`,
      },
      utilises: { nomUtilise: tire.nomUtilise, prenomUtilise: tire.prenomUtilise },
      insi: { date: '2026-11-22', ins: { matricule: matricule(numero + cleDe(numero)), oid: tire.oid } },
      piece: { type: 'CN', date: '2026-11-22' },
      attributs: tire.homonyme ? ['homonyme'] : [],
    }
  })

/** The page of a provisional, unseen identity without number. */
export const PROVISOIRE: Identite = { ...PATIENT_ANS, insi: null, piece: null }
