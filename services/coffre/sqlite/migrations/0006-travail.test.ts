import { expect, it } from 'vitest'
import { admissionQualifiee } from '../../admission-exemple.ts'
import { ecrireDocument } from '../../document-admission.ts'
import { essayerMigration } from './migration-essai.ts'

const depart = admissionQualifiee('a')
const document = ecrireDocument({
  ...depart,
  interrogation: { etat: 'non-trouvee', codeCR: '02' },
  decision: { ...depart.decision, transfert: 'plusieurs-identites' },
  close: true,
}).replaceAll("'", "''")

const admission = (id: string, texte: string): string =>
  `insert into admission (id, ouverte_le, agent, ipp, nda, statut, close, document)
   values ('${id}', '2026-11-22', 'agent', '${id}', '2', 'validee', 1, '${texte}')`

it('migration 6 : ce qui attendait déjà est listé depuis son ouverture, un document illisible n’arrête rien', () =>
  essayerMigration(async ({ migrerJusqua, lignes }) => {
    await migrerJusqua(5)
    await lignes(admission('a', document))
    await lignes(admission('b', '{}'))
    await migrerJusqua(6)
    expect(await lignes('select admission_id, raison, motif, depuis, par from attente')).toEqual([
      {
        admission_id: 'a',
        raison: 'transferee',
        motif: 'plusieurs-identites',
        depuis: '2026-11-22T08:00:00.000Z',
        par: 'agent-1',
      },
    ])
    expect(await lignes('select tenue_par, tenue_jusqua from admission')).toEqual([
      { tenue_par: null, tenue_jusqua: null },
      { tenue_par: null, tenue_jusqua: null },
    ])
  }))

it('migration 6 : la liste se lit par un index, sans parcourir les admissions', () =>
  essayerMigration(async ({ migrerJusqua, lignes }) => {
    await migrerJusqua(6)
    const plan = await lignes(
      `explain query plan select * from attente join admission on admission.id = attente.admission_id
       where attente.raison in ('transferee', 'a-valider') order by attente.depuis`,
    )
    const lectures = plan.map((ligne) => (ligne as { detail: string }).detail)
    expect(lectures.filter((detail) => detail.startsWith('SCAN'))).toEqual([])
    expect(lectures.some((detail) => detail.includes('attente_raison'))).toBe(true)
  }))
