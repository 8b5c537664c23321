import { expect, it } from 'vitest'
import type { NumeroInsi } from '../insi/reponse.ts'
import { anciensMatricules } from './historique-matricules.ts'
import type { Ins } from './identite.ts'

const numero = (texte: string, cle = '00', oid = '1.2.250.1.213.1.4.8'): NumeroInsi => ({
  numero: texte,
  cle,
  oid,
  dateDebut: null,
  dateFin: null,
})

const TRAITS = { nomNaissance: 'N', prenomsNaissance: 'P', sexe: 'F', dateNaissance: '', lieuNaissance: '' }

const lister = (historique: readonly NumeroInsi[], remplaces: readonly Ins[]): readonly string[] =>
  anciensMatricules({ actif: numero('1'), historique, traits: TRAITS, avertissements: [] }, remplaces).map(
    ({ matricule, oid }) => `${matricule} ${oid.at(-1)}`,
  )

const remplace = (matricule: string, oid: Ins['oid'] = '1.2.250.1.213.1.4.8'): Ins => ({
  matricule: matricule as Ins['matricule'],
  oid,
})

it('EXI REC 08 : chaque ancien matricule une fois, jamais l’actif, dans l’ordre d’INSi', () =>
  expect(
    lister(
      [
        numero('2'),
        numero('1'),
        numero('2'),
        numero('1', '01'),
        numero('1', '00', '1.2.250.1.213.1.4.9'),
        numero('3'),
      ],
      [],
    ),
  ).toEqual(['200 8', '101 8', '100 9', '300 8']))

it('EXI REC 08 : un numéro remplacé ici reste, même si INSi ne le donne plus', () =>
  expect(
    lister([numero('2')], [remplace('200'), remplace('100'), remplace('100', '1.2.250.1.213.1.4.9')]),
  ).toEqual(['200 8', '100 9']))
