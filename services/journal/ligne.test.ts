import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { ecrireLigne, lireLigne, ORIGINE } from './ligne.ts'

const entete = {
  n: 1,
  instant: '2026-11-22T08:00:00.000Z',
  agent: 'claire',
  poste: 'Accueil 1',
  site: null,
  admission: 'a',
  precedent: ORIGINE.empreinte,
}

it('une ligne est un objet JSON scellé par le SHA-256 de la même ligne sans son sceau', () => {
  const { texte, ancre } = ecrireLigne(entete, { acte: 'trait-modifie', trait: 'nomNaissance' })
  const sansSceau =
    '{"n":1,"instant":"2026-11-22T08:00:00.000Z","agent":"claire","poste":"Accueil 1","site":null,"admission":"a",' +
    `"acte":"trait-modifie","trait":"nomNaissance","precedent":"${'0'.repeat(64)}"}`
  const empreinte = createHash('sha256').update(sansSceau).digest('hex')
  expect(texte).toBe(`${sansSceau.slice(0, -1)},"empreinte":"${empreinte}"}`)
  expect(ancre).toEqual({ n: 1, empreinte })
  expect(lireLigne(Buffer.from(texte))).toEqual({ ancre, precedent: ORIGINE.empreinte, fragment: null })
})

it.each([
  ['vide', ''],
  ['sans sceau', '{"n":1}'],
  ['scellée mais pas JSON', sceller('n')],
  ['scellée mais sans numéro', sceller('{"precedent":"0"')],
])('une ligne %s n’est pas une ligne', (_cas, texte) => {
  expect(lireLigne(Buffer.from(texte))).toBeNull()
})

function sceller(debut: string): string {
  return `${debut},"empreinte":"${createHash('sha256').update(`${debut}}`).digest('hex')}"}`
}
