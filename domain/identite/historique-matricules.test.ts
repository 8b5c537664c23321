import { expect, it } from 'vitest'
import type { NumeroInsi } from '../insi/reponse.ts'
import { historiqueMatricules } from './historique-matricules.ts'

const numero = (texte: string, cle = '00', oid = '1.2.250.1.213.1.4.8'): NumeroInsi => ({
  numero: texte,
  cle,
  oid,
  dateDebut: null,
  dateFin: null,
})

it('EXI REC 08 : chaque ancien matricule une fois, jamais l’actif, dans l’ordre d’INSi', () => {
  const historique = [
    numero('2'),
    numero('1'),
    numero('2'),
    numero('1', '01'),
    numero('1', '00', '1.2.250.1.213.1.4.9'),
    numero('3'),
  ]
  const traits = { nomNaissance: 'N', prenomsNaissance: 'P', sexe: 'F', dateNaissance: '', lieuNaissance: '' }
  expect(
    historiqueMatricules({ actif: numero('1'), historique, traits, avertissements: [] }).map(
      ({ numero, cle, oid }) => `${numero} ${cle} ${oid.at(-1)}`,
    ),
  ).toEqual(['2 00 8', '1 01 8', '1 00 9', '3 00 8'])
})
