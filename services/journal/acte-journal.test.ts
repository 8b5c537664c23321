import { expect, it } from 'vitest'
import type { Acte } from '#domain/admission/evenement.ts'
import type { ActeJournal, ActePoste, SansIdentite } from './acte-journal.ts'

/** True when the compiler would refuse to journal this act: the annotations below are the test, checked by tsc. */
type Refuse<A> = [SansIdentite<A>] extends [never] ? true : false

it('tous les actes existants se journalisent : aucun ne porte d’identité', () => {
  const admis: [Acte | ActePoste] extends [ActeJournal] ? true : false = true
  expect(admis).toBe(true)
})

it('un acte qui porterait un trait, un matricule, un secret ou un champ de la ligne ne se compile pas', () => {
  const refuses: [
    Refuse<{ acte: 'x'; nomNaissance: string }>,
    Refuse<{ acte: 'x'; matricule: string }>,
    Refuse<{ acte: 'x'; motDePasse?: string }>,
    Refuse<{ acte: 'x'; empreinte: string }>,
    Refuse<{ acte: 'x'; lot: string }>,
  ] = [true, true, true, true, false]
  expect(refuses).toEqual([true, true, true, true, false])
})
