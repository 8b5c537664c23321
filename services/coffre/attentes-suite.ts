import { expect, it } from 'vitest'
import type { Admission } from '#domain/admission/admission.ts'
import { RAISONS } from '#domain/travail/raison.ts'
import { MARQUES, admissionQualifiee } from './admission-exemple.ts'
import type { Coffre } from './coffre.ts'
import { ATTENTES_PAR_PAGE } from './depot-attentes.ts'

const MAINTENANT = '2026-11-22T09:00:00.000Z'
const DANS_UNE_HEURE = '2026-11-22T10:00:00.000Z'

/** The example as a closed admission of this patient, handed to the second level at this hour. */
function transferee(id: string, ipp: string, depuis: string): Admission {
  const depart = admissionQualifiee(id)
  return {
    ...depart,
    ipp,
    venue: { site: 'nord', secteur: 'urgences', typeAdmission: null },
    interrogation: { etat: 'non-trouvee', codeCR: '01' },
    decision: { ...depart.decision, transfert: 'aucune-identite' },
    remise: { depuis, par: 'agent-1' },
    close: true,
  }
}

const lister = async ({ attentes }: Coffre) =>
  (await attentes.lister(RAISONS, MAINTENANT)).attentes.map(({ admission }) => admission)

/** What any store must list of what awaits somebody. */
export function suiteAttentes(coffre: () => Coffre, rouvrir: () => Promise<void>): void {
  it('ce qui attend se liste du plus ancien au plus récent, sans matricule, et se relit après un arrêt', async () => {
    await coffre().admissions.enregistrer(transferee('b', '2', '2026-11-21T08:00:00.000Z'))
    await coffre().admissions.enregistrer(transferee('a', '1', '2026-11-20T08:00:00.000Z'))
    await coffre().admissions.enregistrer({ ...admissionQualifiee('c'), ipp: '3' })
    await rouvrir()
    const page = await coffre().attentes.lister(RAISONS, MAINTENANT)
    expect(page.attentes.map(({ admission }) => admission)).toEqual(['a', 'b'])
    expect([page.attentes[0], page.reste]).toEqual([
      {
        admission: 'a',
        ipp: '1',
        nomNaissance: MARQUES.nom,
        prenomsNaissance: MARQUES.prenoms,
        dateNaissance: '1999-12-31',
        statut: 'validee',
        site: 'nord',
        secteur: 'urgences',
        raison: 'transferee',
        motif: 'aucune-identite',
        depuis: '2026-11-20T08:00:00.000Z',
        par: 'agent-1',
        tenuePar: null,
      },
      false,
    ])
    expect((await coffre().attentes.lister(['renvoyee'], MAINTENANT)).attentes).toEqual([])
    expect((await coffre().attentes.lister([], MAINTENANT)).attentes).toEqual([])
  })

  it('une admission traitée quitte la liste dans la même écriture', async () => {
    const attendue = transferee('a', '1', MAINTENANT)
    await coffre().admissions.enregistrer(attendue)
    expect(await lister(coffre())).toEqual(['a'])
    await coffre().admissions.enregistrer({
      ...attendue,
      decision: { ...attendue.decision, transfert: null },
      remise: null,
    })
    expect(await lister(coffre())).toEqual([])
  })

  it('d’un patient revenu, seule la dernière venue attend ; une venue seulement préparée n’efface rien', async () => {
    const ancienne = transferee('a', '1', MAINTENANT)
    await coffre().admissions.enregistrer(ancienne)
    const preparee = { ...ancienne, id: 'b', preparation: { pour: '2026-12-01' } }
    await coffre().admissions.enregistrer(preparee)
    expect(await lister(coffre())).toEqual(['a'])
    await coffre().admissions.enregistrer({ ...preparee, preparation: null })
    expect(await lister(coffre())).toEqual(['b'])
  })

  suitePages(coffre)
}

function suitePages(coffre: () => Coffre): void {
  it('une page pleine dit qu’il en reste', async () => {
    for (let rang = 0; rang <= ATTENTES_PAR_PAGE; rang += 1)
      await coffre().admissions.enregistrer(transferee(`v${rang}`, `9${rang}`, MAINTENANT))
    const { attentes, reste } = await coffre().attentes.lister(RAISONS, MAINTENANT)
    expect([attentes.length, reste]).toEqual([ATTENTES_PAR_PAGE, true])
  })

  it('les venues préparées se comptent et se listent par jour attendu', async () => {
    for (const [id, pour] of [
      ['a', '2026-12-02'],
      ['b', '2026-12-01'],
    ] as const)
      await coffre().admissions.enregistrer({ ...admissionQualifiee(id), ipp: id, preparation: { pour } })
    const preparees = await coffre().attentes.preparees(MAINTENANT)
    expect(preparees.map(({ admission, pour }) => [admission, pour])).toEqual([
      ['b', '2026-12-01'],
      ['a', '2026-12-02'],
    ])
    expect(await coffre().attentes.nombrePreparees()).toBe(2)
  })
}

/** What any store must refuse of two persons at once. */
export function suitePrises(coffre: () => Coffre): void {
  const prendre = (par: string, maintenant = MAINTENANT) =>
    coffre().admissions.prendre('a', { par, maintenant, jusqua: DANS_UNE_HEURE })

  it('une admission n’est jamais à deux personnes : la seconde sait qui l’a, et la liste le dit', async () => {
    await coffre().admissions.enregistrer(transferee('a', '1', MAINTENANT))
    const issues = await Promise.all([prendre('claire'), prendre('martin')])
    expect(issues).toEqual([null, 'claire'])
    expect(await prendre('claire')).toBeNull()
    const [ligne] = (await coffre().attentes.lister(RAISONS, MAINTENANT)).attentes
    expect(ligne?.tenuePar).toBe('claire')
    await coffre().admissions.rendre('a', 'martin')
    expect(await prendre('martin')).toBe('claire')
    await coffre().admissions.rendre('a', 'claire')
    expect(await prendre('martin')).toBeNull()
  })

  it('une prise que nul ne renouvelle tombe d’elle-même, et l’enregistrement ne la touche pas', async () => {
    await coffre().admissions.enregistrer(transferee('a', '1', MAINTENANT))
    await prendre('claire')
    await coffre().admissions.enregistrer(transferee('a', '1', MAINTENANT))
    expect(await prendre('martin')).toBe('claire')
    const [ligne] = (await coffre().attentes.lister(RAISONS, DANS_UNE_HEURE)).attentes
    expect(ligne?.tenuePar).toBeNull()
    expect(await prendre('martin', DANS_UNE_HEURE)).toBeNull()
  })
}
