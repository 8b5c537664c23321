import { describe, expect, it } from 'vitest'
import { organisationDuModele } from '../droits/organisation.ts'
import { apercuOrganisation } from './apercu.ts'

describe('Ce qu’une organisation changerait, dit avant de confirmer', () => {
  it('rien, quand rien ne change', () =>
    expect(apercuOrganisation(organisationDuModele(1), organisationDuModele(1))).toEqual([]))

  it('du modèle 1 au modèle 2 : l’accueil ne qualifie plus', () =>
    expect(apercuOrganisation(organisationDuModele(1), organisationDuModele(2))).toEqual([
      'Agent d’admission ne pourra plus : qualifier une identité.',
      'Responsable de l’accueil ne pourra plus : qualifier une identité.',
      'Modèle suivi : L’accueil valide, le référent INS qualifie.',
    ]))

  it('un droit gagné, des formations, des appels ouverts à une date, ouverts ou fermés', () => {
    const avant = {
      ...organisationDuModele(1),
      formationsExigees: ['valider'],
      typesAdmission: { externe: false, urgence: true },
    } as const
    const apres = {
      ...avant,
      droits: { ...avant.droits, civ: [...avant.droits.civ, 'administrer'] },
      formationsExigees: ['qualifier'],
      typesAdmission: { urgence: false },
      secteurs: { maternite: '2027-01-04', pediatrie: true },
    } as const
    expect(apercuOrganisation(avant, apres)).toEqual([
      'Cellule d’identitovigilance pourra : administrer les comptes et les droits.',
      'Une formation sera exigée pour : qualifier une identité.',
      'Aucune formation ne sera plus exigée pour : valider une identité d’après la pièce.',
      'Appels INSi, type d’admission « externe » : ouverts.',
      'Appels INSi, type d’admission « urgence » : fermés.',
      'Appels INSi, secteur « maternite » : ouverts à partir du 04/01/2027.',
    ])
  })
})
