import { expect, it } from 'vitest'
import { admissionQualifiee } from '../../admission-exemple.ts'
import { ecrireDocument } from '../../document-admission.ts'
import { essayerMigration } from './migration-essai.ts'

const document = ecrireDocument({ ...admissionQualifiee('a'), close: true }).replaceAll("'", "''")
const admission = (id: string, ipp: string, texte: string): string =>
  `insert into admission (id, ouverte_le, agent, ipp, nda, statut, close, document)
   values ('${id}', '2026-11-22', 'agent', '${ipp}', '2', 'qualifiee', 1, '${texte}')`

it('migration 5 : les patients déjà venus deviennent trouvables, un document illisible n’arrête rien', () =>
  essayerMigration(async ({ migrerJusqua, tables, lignes }) => {
    await migrerJusqua(4)
    await lignes(admission('a', '1000000001', document))
    await lignes(admission('b', '1000000002', '{}'))
    await migrerJusqua(5)
    expect(await tables()).toEqual([
      'admission',
      'ancre',
      'compteur',
      'patient',
      'patient_cle',
      'reponse_insi',
    ])
    expect(await lignes('select ipp, admission_id, date_naissance, oid from patient')).toEqual([
      { ipp: '1000000001', admission_id: 'a', date_naissance: '1999-12-31', oid: '1.2.250.1.213.1.4.10' },
    ])
    expect(await lignes("select cle from patient_cle where champ = 'prenom' order by cle")).toEqual([
      { cle: 'WILHELMINE' },
      { cle: 'XANTHIPPE' },
      { cle: 'XANTHIPPEWILHELMINE' },
    ])
    await expect(lignes("delete from admission where id = 'a'")).rejects.toThrow('FOREIGN KEY')
  }))
