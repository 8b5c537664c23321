import { describe, expect, it } from 'vitest'
import { AUJOURDHUI, DEMANDE, jouer, NEUVE, repondre, SAISIE, TROUVEE } from '../droits/gestes-exemples.ts'
import { CONTEXTE_ECARTS } from '../ecarts/comparer.ts'
import type { TraitsInsi } from '../insi/reponse.ts'
import type { Admission } from './admission.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { vueDe } from './vue.ts'

const avec = (traits: Partial<TraitsInsi>): Evenement =>
  repondre({ ...TROUVEE, traits: { ...TROUVEE.traits, ...traits } })

/** The answer accepted with a reason, or the refusal to accept it. */
const accepter = (
  reponse: Evenement,
  saisie: readonly Evenement[] = SAISIE,
  reglages = REGLAGES_PAR_DEFAUT,
) => {
  const issue = appliquer(
    jouer(NEUVE, ...saisie, DEMANDE, reponse),
    { type: 'insi-acceptee', motif: 'patient-confirme' },
    AUJOURDHUI,
    reglages,
  )
  return issue.ok ? issue.value.admission : issue.error.code
}
const saisieDe = (issue: Admission | string) => (typeof issue === 'string' ? issue : issue.saisie)

const taper = (trait: 'prenomsNaissance' | 'premierPrenom', brut: string): Evenement => ({
  type: 'trait-saisi',
  trait,
  brut,
})

describe('EXI REC 07 : les traits d’INSi remplacent ceux de l’écran, octet pour octet', () => {
  it('un OID qui n’est pas celui de l’INS n’est jamais associé (EXI ID 29)', () =>
    expect(accepter(repondre({ ...TROUVEE, actif: { ...TROUVEE.actif, oid: '1.2.250.1.213.1.4.2' } }))).toBe(
      'matricule/oid',
    ))

  it('un matricule sans clé n’est jamais associé', () =>
    expect(accepter(repondre({ ...TROUVEE, actif: { ...TROUVEE.actif, cle: '' } }))).toBe('matricule/forme'))

  it('le premier prénom choisi reste s’il est encore le début de la liste (EXI SI 29)', () => {
    const choisi = [
      ...SAISIE,
      taper('prenomsNaissance', 'Anne Marie Claire'),
      taper('premierPrenom', 'Anne-Marie'),
    ]
    expect(saisieDe(accepter(avec({ prenomsNaissance: 'ANNE MARIE CLAIRE' }), choisi))).toMatchObject({
      premierPrenom: { valeur: 'ANNE-MARIE', provenance: 'SM' },
    })
  })

  it('le premier prénom est proposé de nouveau si INSi écrit la liste autrement (EXI ID 10)', () => {
    const choisi = [
      ...SAISIE,
      taper('prenomsNaissance', 'Anne-Sophie Claire'),
      taper('premierPrenom', 'Anne-Sophie'),
    ]
    expect(saisieDe(accepter(avec({ prenomsNaissance: 'ANNESOPHIE CLAIRE' }), choisi))).toMatchObject({
      premierPrenom: { valeur: 'ANNESOPHIE', provenance: 'INSI' },
    })
  })

  it('le lieu qu’INSi ne dit pas reste celui de l’écran', () =>
    expect(saisieDe(accepter(avec({ lieuNaissance: '' })))).toMatchObject({
      lieuNaissance: { valeur: '63220', provenance: 'SM' },
    }))

  it('une date incomplète est gardée telle quelle, et vaut ce que la table en fait (EXI PP 19)', () => {
    const incertaine: readonly Evenement[] = [
      ...SAISIE,
      { type: 'trait-saisi', trait: 'dateNaissance', brut: '00/05/1984' },
    ]
    const acceptee = accepter(avec({ dateNaissance: '1984-05-00' }), incertaine)
    expect(saisieDe(acceptee)).toMatchObject({ dateNaissance: { brut: '1984-05-00', valeur: '1984-05-01' } })
    expect(typeof acceptee !== 'string' && vueDe(acceptee, AUJOURDHUI).population).toMatchObject({
      dateIncertaine: true,
      dateFacturation: '00/05/1984',
    })
  })

  it('une date que rien ne complète reste ce qu’INSi a écrit, là où un site l’accepte', () => {
    const indulgent = {
      ...REGLAGES_PAR_DEFAUT,
      ecarts: {
        ...CONTEXTE_ECARTS,
        reglages: { ...CONTEXTE_ECARTS.reglages, verdicts: { 'date/hors-calendrier': 'mineur' as const } },
      },
    }
    const reponse = avec({ dateNaissance: '0000-00-00' })
    expect(accepter(reponse)).toBe('admission/ecart-majeur')
    const acceptee = accepter(reponse, SAISIE, indulgent)
    expect(saisieDe(acceptee)).toMatchObject({ dateNaissance: { brut: '0000-00-00', valeur: '0000-00-00' } })
    expect(typeof acceptee !== 'string' && vueDe(acceptee, AUJOURDHUI).population.dateIncertaine).toBe(false)
  })
})
