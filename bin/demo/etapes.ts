import { COMPTE_DEMONSTRATION } from '#services/comptes/compte-demonstration.ts'
import type { Etape } from './etape.ts'

/** The patient the whole gesture is played for: a child of the second simulated card. */
export const PATIENT = {
  nomNaissance: "D'ARGENSOL",
  prenomsNaissance: 'LEO MATHURIN',
  dateNaissance: '2016-06-18',
} as const

/** The gesture, then the ways it goes on when something lacks; every step ends on a screen worth a picture. */
export const ETAPES: readonly Etape[] = [
  { nom: 'ouverture-de-session', jouer: ({ agent }) => agent.voir('Ouvrir une session') },
  {
    nom: 'premier-patient',
    async jouer({ agent }) {
      await agent.seConnecter(COMPTE_DEMONSTRATION.identifiant, COMPTE_DEMONSTRATION.motDePasse)
      await agent.premierPatient()
    },
  },
  {
    nom: 'carte-inseree',
    async jouer({ agent, cartes }) {
      await cartes('inserer B')
      await agent.voir('18/06/2016')
    },
  },
  {
    nom: 'beneficiaire-choisi',
    jouer: ({ agent }) => agent.choisirBeneficiaire(`${PATIENT.nomNaissance} LEO`),
  },
  {
    nom: 'traits-completes',
    async jouer({ agent }) {
      await agent.saisir('Prénoms de naissance', 'Léo, Mathurin')
      await agent.saisir('Sexe', '')
      await agent.presser('m')
      await agent.saisir('Lieu de naissance', '35238')
      await agent.voir(/LEO MATHURIN/)
    },
  },
  { nom: 'piece-enregistree', jouer: ({ agent }) => agent.choisirPiece('Carte nationale') },
  { nom: 'reponse-insi', jouer: ({ agent }) => agent.appelerInsi(/identiques|mineur|majeur/i) },
  {
    nom: 'identite-qualifiee',
    async jouer({ agent }) {
      await agent.accepter()
      await agent.voir('Identité qualifiée')
    },
  },
  { nom: 'etiquettes-imprimees', jouer: ({ agent }) => agent.imprimer('F8', /Étiquettes : lot/) },
  { nom: 'fiche-imprimee', jouer: ({ agent }) => agent.imprimer('F10', /Fiche d.admission : lot/) },
  { nom: 'patient-suivant', jouer: ({ agent }) => agent.patientSuivant() },
  {
    nom: 'sans-carte-ecart-mineur',
    async jouer({ agent, cartes }) {
      await cartes('retirer')
      await agent.saisir('Nom de naissance', 'Landreville')
      await agent.saisir('Prénoms de naissance', 'Anne-Claire')
      await agent.saisir('Sexe', '')
      await agent.presser('f')
      await agent.saisir('Date de naissance', '12041987')
      await agent.saisir('Lieu de naissance', '29019')
      await agent.choisirPiece('Passeport')
      await agent.appelerInsi(/mineur/i)
    },
  },
  {
    nom: 'motif-demande',
    async jouer({ agent }) {
      await agent.presser('F9')
      await agent.voir(/Motif d.acceptation/)
    },
  },
  {
    nom: 'ecart-accepte',
    async jouer({ agent }) {
      await agent.presser('3')
      await agent.voir('Identité qualifiée')
    },
  },
  {
    nom: 'personne-non-trouvee-01',
    async jouer({ agent }) {
      await agent.patientSuivant()
      await agent.saisir('Nom de naissance', 'Inconnu')
      await agent.saisir('Prénoms de naissance', 'Soldat')
      await agent.saisir('Sexe', '')
      await agent.presser('m')
      await agent.saisir('Date de naissance', '11111920')
      await agent.saisir('Lieu de naissance', '99999')
      await agent.appelerInsi(/Aucune identité \(01\)/)
    },
  },
  {
    nom: 'plusieurs-identites-02',
    async jouer({ agent }) {
      await agent.patientSuivant()
      await agent.saisir('Nom de naissance', 'De Vinci')
      await agent.saisir('Prénoms de naissance', 'Leonardo')
      await agent.saisir('Sexe', '')
      await agent.presser('m')
      await agent.saisir('Date de naissance', '01022014')
      await agent.saisir('Lieu de naissance', '63220')
      await agent.appelerInsi(/Plusieurs identités \(02\)/)
    },
  },
  {
    nom: 'lieu-joint-au-rappel',
    jouer: ({ agent }) => agent.appelerInsi(/identiques|mineur|majeur/i),
  },
  {
    nom: 'insi-arrete-admission-validee',
    async jouer({ agent, atelier }) {
      await agent.patientSuivant()
      await atelier.insi.setMode({ nom: 'arret', argument: '' })
      await agent.saisir('Nom de naissance', 'Landreville')
      await agent.saisir('Prénoms de naissance', 'Anne-Claire Marie Josephe')
      await agent.saisir('Sexe', '')
      await agent.presser('f')
      await agent.saisir('Date de naissance', '12041987')
      await agent.saisir('Lieu de naissance', '29019')
      await agent.choisirPiece('Carte nationale')
      await agent.appelerInsi(/injoignable/)
      await agent.imprimer('F10', /Fiche d.admission : lot/)
      await agent.voir('Identité validée')
      await atelier.insi.setMode({ nom: 'normal', argument: '' })
    },
  },
]
