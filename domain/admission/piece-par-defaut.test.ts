import { describe, expect, it } from 'vitest'
import { ouvrirAdmission, type Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import { CIRCONSTANCES, type Circonstance } from './circonstance.ts'
import type { Evenement } from './evenement.ts'
import { vueDe } from './vue.ts'

const JOUR = '2026-11-22'

const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: `${JOUR}T08:00:00.000Z`,
  agent: 'demo',
  ipp: '1',
  nda: '2',
})

/** What a rule forbids leaves the admission as it was. */
function jouer(admission: Admission, evenement: Evenement): Admission {
  const issue = appliquer(admission, evenement, JOUR)
  return issue.ok ? issue.value.admission : admission
}

const SANS_PIECE: readonly Evenement[] = [
  { type: 'trait-saisi', trait: 'nomNaissance', brut: 'Tchitchi' },
  { type: 'trait-saisi', trait: 'prenomsNaissance', brut: 'Ola Catarina' },
  { type: 'trait-saisi', trait: 'sexe', brut: 'F' },
  { type: 'trait-saisi', trait: 'dateNaissance', brut: '21/06/1936' },
  { type: 'trait-saisi', trait: 'lieuNaissance', brut: '63220' },
  { type: 'insi-demandee', appelId: 'a' },
  { type: 'insi-annulee' },
]

describe('EXI SI 23 : aucun type de dispositif d’identification n’est choisi par défaut', () => {
  it.each(Object.keys(CIRCONSTANCES) as Circonstance[])(
    '%s : des pièces se proposent, aucune ne s’enregistre sans un acte',
    (circonstance) => {
      const evenements: readonly Evenement[] = [{ type: 'circonstance-choisie', circonstance }, ...SANS_PIECE]
      const etapes = evenements.reduce<readonly Admission[]>(
        (vues, evenement) => [...vues, jouer(vues.at(-1) ?? NEUVE, evenement)],
        [NEUVE],
      )
      expect(etapes.map((etape) => vueDe(etape, JOUR).piece).filter((piece) => piece !== null)).toEqual([])
    },
  )

  it('un type inconnu ou vide ne devient jamais un autre type', () => {
    for (const type of ['', 'ZZ'])
      expect(appliquer(NEUVE, { type: 'piece-enregistree', piece: { type, date: JOUR } }, JOUR).ok).toBe(
        false,
      )
  })
})
