import { ouvrirAdmission, type Admission } from '../admission/admission.ts'
import { appliquer } from '../admission/appliquer.ts'
import type { Evenement } from '../admission/evenement.ts'
import type { IdentiteInsi } from '../insi/reponse.ts'
import { succes } from '../result.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from './cadre.ts'
import type { Droit } from './droit.ts'
import type { Modele } from './modeles.ts'
import { organisationDuModele } from './organisation.ts'
import { HABILITATION_PAR_DEFAUT } from './peut.ts'
import type { Role } from './role.ts'

/** Admissions at every step and the acts that lead there, for the tests of rights; an invented person. */
export const AUJOURDHUI = '2026-11-22'
export const MODELES_CONNUS: readonly Modele[] = [1, 2, 3, 4]

export const habiliter = (modele: Modele, role: Role): Cadre => ({
  ...CADRE_PAR_DEFAUT,
  habilitation: { ...HABILITATION_PAR_DEFAUT, role, organisation: organisationDuModele(modele) },
})

/** Somebody who holds exactly these rights. */
export const avec = (droits: readonly Droit[]): Cadre => {
  const organisation = organisationDuModele(1)
  return {
    ...CADRE_PAR_DEFAUT,
    habilitation: {
      ...HABILITATION_PAR_DEFAUT,
      organisation: {
        ...organisation,
        modele: 'personnalise',
        droits: { ...organisation.droits, agent: droits },
      },
    },
  }
}

export const NEUVE = ouvrirAdmission({
  id: '6f1c1d7e-8f54-4c39-9a54-0d9c3f3b7a10',
  ouverteLe: '2026-11-22T08:00:00.000Z',
  agent: 'demo',
  ipp: '0000000001',
  nda: '0000000002',
})

export const TROUVEE: IdentiteInsi = {
  actif: { numero: '2840563220001', cle: '00', oid: '1.2.250.1.213.1.4.10', dateDebut: null, dateFin: null },
  historique: [],
  traits: {
    nomNaissance: 'DURAND',
    prenomsNaissance: 'ANNE',
    sexe: 'F',
    dateNaissance: '1984-05-17',
    lieuNaissance: '63220',
  },
  avertissements: [],
}

export const CN: Evenement = { type: 'piece-enregistree', piece: { type: 'CN', date: AUJOURDHUI } }
export const PERMIS: Evenement = { type: 'piece-enregistree', piece: { type: 'PC', date: AUJOURDHUI } }
export const DEMANDE: Evenement = { type: 'insi-demandee', appelId: 'appel-1' }
export const repondre = (identite: IdentiteInsi): Evenement => ({
  type: 'insi-repondue',
  appelId: 'appel-1',
  resultat: succes({ messageId: 'uuid:m', reponse: { codeCR: '00', identite } }),
})
export const REPONSE = repondre(TROUVEE)
export const ACCEPTEE: Evenement = { type: 'insi-acceptee', motif: null }

export const SAISIE: readonly Evenement[] = (
  [
    ['nomNaissance', 'Durand'],
    ['prenomsNaissance', 'Anne'],
    ['sexe', 'f'],
    ['dateNaissance', '17051984'],
    ['lieuNaissance', '63220'],
  ] as const
).map(([trait, brut]) => ({ type: 'trait-saisi', trait, brut }))

export const jouer = (depart: Admission, ...evenements: readonly Evenement[]): Admission =>
  evenements.reduce((admission, evenement) => {
    const issue = appliquer(admission, evenement, AUJOURDHUI)
    if (!issue.ok) throw new Error(issue.error.code)
    return issue.value.admission
  }, depart)

export const SAISIE_FAITE = jouer(NEUVE, ...SAISIE)
export const VALIDEE = jouer(SAISIE_FAITE, CN)
export const TROUVEE_ET_VALIDEE = jouer(VALIDEE, DEMANDE, REPONSE)
export const RECUPEREE = jouer(SAISIE_FAITE, DEMANDE, REPONSE, ACCEPTEE)
export const QUALIFIEE = jouer(TROUVEE_ET_VALIDEE, ACCEPTEE)
