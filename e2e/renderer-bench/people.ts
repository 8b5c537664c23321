import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import type { Trait } from '#domain/identite/traits.ts'
import type { EchangeInsi, TraitsInsi } from '#domain/insi/reponse.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'

/** Invented people of `assets/demonstration/personnes.json`. */
const personne = (
  rang: number,
  nomNaissance: string,
  prenoms: string,
  dateNaissance: string,
): Beneficiaire => ({
  rang,
  nomNaissance,
  nomUsuel: null,
  prenoms,
  dateNaissance,
  matricule: null,
  nirAssure: '000000000000000',
  regime: null,
})

export const FAMILLE: readonly Beneficiaire[] = [
  personne(1, "D'ARGENSOL", 'MATHIEU', '1979-09-03'),
  { ...personne(2, 'KERVADOC', 'SOLENE', '1981-02-27'), nomUsuel: "D'ARGENSOL" },
  personne(3, "D'ARGENSOL", 'LEO', '2016-06-18'),
  personne(4, "D'ARGENSOL", 'LEA', '2016-06-18'),
]

export const SEULE: readonly Beneficiaire[] = [personne(1, 'LANDREVILLE', 'ANNE-CLAIRE', '1987-04-12')]

/** What an agent types for Solène Kervadoc, trait by trait. */
export const SAISIE_SOLENE = [
  ['nomNaissance', 'Kervadoc'],
  ['prenomsNaissance', 'Solène Louise'],
  ['sexe', 'F'],
  ['dateNaissance', '27/02/1981'],
  ['lieuNaissance', '35238'],
] as const satisfies readonly (readonly [Trait, string])[]

export const TRAITS_SOLENE: TraitsInsi = {
  nomNaissance: 'KERVADOC',
  prenomsNaissance: 'SOLENE LOUISE',
  sexe: 'F',
  dateNaissance: '1981-02-27',
  lieuNaissance: '35238',
}

/** An answer of INSi for these traits, with the invented number of the demonstration. */
export const trouvee = (traits: TraitsInsi): Result<EchangeInsi, Refus> => ({
  ok: true,
  value: {
    messageId: 'urn:uuid:0',
    reponse: {
      codeCR: '00',
      identite: {
        actif: {
          numero: '2810235238903',
          cle: '03',
          oid: '1.2.250.1.213.1.4.11',
          dateDebut: null,
          dateFin: null,
        },
        historique: [],
        traits,
        avertissements: [],
      },
    },
  },
})

export const nonTrouvee = (codeCR: '01' | '02'): Result<EchangeInsi, Refus> => ({
  ok: true,
  value: { messageId: 'urn:uuid:0', reponse: { codeCR } },
})

export const enPanne = (code: Refus['code']): Result<EchangeInsi, Refus> => ({ ok: false, error: { code } })
