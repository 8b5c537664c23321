import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ouvrirAdmission, type Admission, type ChampSaisi } from '#domain/admission/admission.ts'
import { lireCritere, type RechercheSaisie } from '#domain/doublons/critere.ts'
import { traitsLus } from '#domain/doublons/patient-connu.ts'
import { ecrireDocument } from '#services/coffre/document-admission.ts'
import { ouvrirConnexion, requetesSur } from '#services/coffre/sqlite/connexion.ts'
import { indexerPatient } from '#services/coffre/sqlite/indexer-patient.ts'
import { migrer } from '#services/coffre/sqlite/migrate.ts'
import { patientsSqlite } from '#services/coffre/sqlite/patients-sqlite.ts'
import type { SchemaCoffre } from '#services/coffre/sqlite/schema.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

const PATIENTS = 100_000
const RECHERCHES = 200

/** Search before creation and advisory duplicates over an encrypted store of a hundred thousand invented patients. */
export async function mesurerRecherche(): Promise<readonly Mesure[]> {
  const dossier = mkdtempSync(join(tmpdir(), 'recherche-'))
  const file = join(dossier, 'coffre.db')
  writeFileSync(file, '')
  const connexion = ouvrirConnexion(file, randomBytes(32))
  try {
    const db = requetesSur<SchemaCoffre>(connexion)
    await migrer(requetesSur<unknown>(connexion))
    await db.transaction().execute(async (transaction) => {
      for (let rang = 0; rang < PATIENTS; rang += 1) {
        const admission = venue(rang)
        await transaction.insertInto('admission').values(colonnes(admission)).execute()
        await indexerPatient(transaction, admission)
      }
    })
    const depot = patientsSqlite(db)
    const chercher = (saisie: (rang: number) => Partial<RechercheSaisie>) =>
      durees((rang) => depot.chercher(critere(saisie(rang))))
    return [
      mesure(
        'recherche par date et nom',
        await chercher((rang) => ({ ...debut(rang), dateNaissance: date(rang) })),
      ),
      mesure(
        'recherche par nom et prénom, sans date',
        await chercher((rang) => ({ ...debut(rang), prenom: 'JE' })),
      ),
      mesure(
        'doublons pendant la saisie',
        await durees((rang) => depot.candidats(traitsLus(venue(rang)), null)),
      ),
    ]
  } finally {
    connexion.close()
    rmSync(dossier, { recursive: true })
  }
}

const SYLLABES = [
  'KER',
  'VA',
  'DOC',
  'MAR',
  'TIN',
  'LE',
  'GOFF',
  'BER',
  'NAR',
  'DU',
  'PONT',
  'ROU',
  'SEL',
  'LAN',
  'DRE',
  'VIL',
]
const PRENOMS = [
  'JEANNE',
  'JEAN',
  'SOLENE',
  'MARIE',
  'LUCAS',
  'MATHIEU',
  'LEA',
  'LEO',
  'ANNE',
  'PAUL',
  'CLAIRE',
  'HUGO',
]

const choisir = (liste: readonly string[], rang: number): string => liste[rang % liste.length] ?? ''

const nom = (rang: number): string =>
  [rang, Math.floor(rang / 16), Math.floor(rang / 256)].map((n) => choisir(SYLLABES, n * 7)).join('')

const jour = (rang: number): string =>
  new Date(Date.UTC(1930, 0, 1 + ((rang * 31) % 34_000))).toISOString().slice(0, 10)

const date = (rang: number): string => jour(rang).split('-').toReversed().join('/')

const debut = (rang: number): Partial<RechercheSaisie> => ({ nom: nom(rang).slice(0, 4) })

function venue(rang: number): Admission {
  const champ = (valeur: string): ChampSaisi => ({ brut: valeur, valeur, refus: null, provenance: 'SM' })
  const neuve = ouvrirAdmission({
    id: `bench-${rang}`,
    ouverteLe: '2026-11-22T08:00:00.000Z',
    agent: 'bench',
    ipp: String(1_000_000_000 + rang),
    nda: String(5_000_000_000 + rang),
  })
  const premier = choisir(PRENOMS, rang * 5)
  return {
    ...neuve,
    close: true,
    saisie: {
      ...neuve.saisie,
      nomNaissance: champ(nom(rang)),
      prenomsNaissance: champ(`${premier} ${choisir(PRENOMS, rang * 11 + 3)}`),
      premierPrenom: champ(premier),
      sexe: champ('F'),
      dateNaissance: champ(jour(rang)),
      lieuNaissance: champ('35238'),
    },
  }
}

const colonnes = (admission: Admission) => ({
  id: admission.id,
  ouverte_le: admission.ouverteLe,
  agent: admission.agent,
  ipp: admission.ipp,
  nda: admission.nda,
  statut: 'provisoire' as const,
  close: 1,
  nom_naissance: null,
  prenoms_naissance: null,
  date_naissance: null,
  document: ecrireDocument(admission),
})

function critere(saisie: Partial<RechercheSaisie>) {
  const lu = lireCritere({ nom: '', prenom: '', dateNaissance: '', matricule: '', ...saisie }, '2026-11-22')
  if (!lu.ok) throw new Error(lu.error.code)
  return lu.value
}

async function durees(travail: (rang: number) => Promise<unknown>): Promise<readonly number[]> {
  const valeurs: number[] = []
  for (let n = 0; n < RECHERCHES; n += 1)
    valeurs.push(await chronometrer(() => travail((n * 7919) % PATIENTS)))
  return valeurs
}

function mesure(nom: string, valeurs: readonly number[]): Mesure {
  const valeur = mediane(valeurs)
  const lente = valeurs.toSorted((a, b) => a - b)[Math.floor(valeurs.length * 0.95)] ?? Number.NaN
  return {
    nom,
    valeur,
    reference: null,
    but: 'médiane de moins de 5 ms',
    atteint: valeur < 5,
    detail: `${PATIENTS} patients, ${RECHERCHES} recherches, 95 % en moins de ${lente.toFixed(2)} ms`,
  }
}
