import { expect, it } from 'vitest'
import type { Admission } from '#domain/admission/admission.ts'
import type { AppelDiffere } from '#domain/admission/appel-differe.ts'
import { admissionQualifiee } from './admission-exemple.ts'
import type { Coffre } from './coffre.ts'

/** The example as the closed visit of this patient, whose call was put off at this hour. */
function differee(
  id: string,
  ipp: string,
  heure: number,
  etat: AppelDiffere['etat'] = 'en-attente',
): Admission {
  return {
    ...admissionQualifiee(id),
    ipp,
    interrogation: { etat: 'en-echec', refus: 'insi/delai' },
    differe: { par: 'claire', le: `2026-11-22T${String(heure).padStart(2, '0')}:00:00.000Z`, etat },
    close: true,
  }
}

/** What any store must keep of the calls put off. */
export function suiteDifferes(coffre: () => Coffre, rouvrir: () => Promise<void>): void {
  it('un appel différé se lit du plus ancien au plus récent, même après un arrêt', async () => {
    await coffre().admissions.enregistrer(differee('b', '2', 10))
    await coffre().admissions.enregistrer(differee('a', '1', 9))
    await rouvrir()
    expect(await coffre().differes.enAttente()).toEqual([
      { admission: 'a', par: 'claire', le: '2026-11-22T09:00:00.000Z', revenu: false },
      { admission: 'b', par: 'claire', le: '2026-11-22T10:00:00.000Z', revenu: false },
    ])
  })

  it('marqué parti, il n’attend plus, même après un arrêt ; revu, il disparaît dans la même écriture', async () => {
    const depart = differee('a', '1', 9, 'envoye')
    await coffre().admissions.enregistrer(depart)
    await rouvrir()
    expect([await coffre().differes.enAttente(), await coffre().differes.partis()]).toEqual([[], ['a']])
    await coffre().admissions.enregistrer({ ...depart, differe: null })
    expect(await coffre().differes.partis()).toEqual([])
  })

  it('se comptent ceux qui attendent et ceux qu’une personne doit revoir, de la dernière venue seule', async () => {
    await coffre().admissions.enregistrer(differee('a', '1', 9))
    await coffre().admissions.enregistrer(differee('b', '2', 9, 'a-revoir'))
    await coffre().admissions.enregistrer(differee('c', '3', 9, 'envoye'))
    expect(await coffre().differes.compter()).toEqual({ enAttente: 1, aRevoir: 1 })
    await coffre().admissions.enregistrer({ ...admissionQualifiee('d'), ipp: '1' })
    expect(await coffre().differes.compter()).toEqual({ enAttente: 0, aRevoir: 1 })
    expect((await coffre().differes.enAttente()).map(({ revenu }) => revenu)).toEqual([true])
  })
}

/** What any store must remember of what it serves. */
export function suiteMarque(coffre: () => Coffre, rouvrir: () => Promise<void>): void {
  it('le coffre garde pour toujours l’environnement qui l’a ouvert le premier', async () => {
    expect(await coffre().marque.fixer('recette')).toBe('recette')
    await rouvrir()
    expect(await coffre().marque.fixer('production')).toBe('recette')
  })
}
