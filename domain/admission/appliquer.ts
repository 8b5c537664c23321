import { lireAttributs, forcentProvisoire, type Attribut } from '../identite/attributs.ts'
import type { Jour } from '../identite/date-naissance.ts'
import { refuser } from '../refus/refus.ts'
import { echec, succes } from '../result.ts'
import type { Admission } from './admission.ts'
import { changerVenue } from './changer-venue.ts'
import { choisirCirconstance, lierMere } from './choisir-circonstance.ts'
import { interditPar } from './interdire.ts'
import { copierPiece, estDeCopie, suivreCopies, type EvenementCopie } from './copier-piece.ts'
import { enregistrerPiece, retirerPieceVue } from './controler-piece.ts'
import { oublierCarte } from './garder-carte.ts'
import { demanderTransfert, remettreNotice, verifierNomNaissance } from './decider.ts'
import { deciderInsi } from './decider-insi.ts'
import { deciderTravail } from './decider-travail.ts'
import { deciderDiffere, estDeDiffere, suivreDiffere, type EvenementDiffere } from './differer.ts'
import type { Evenement } from './evenement.ts'
import { lireAppliVitale } from './lire-appli-vitale.ts'
import { statutAdmission } from './lectures.ts'
import { oublierConclusion } from './prendre.ts'
import { gagneSansPatient, interditSansPatient } from './preparer.ts'
import { REGLAGES_PAR_DEFAUT, type ReglagesAdmission } from './reglages.ts'
import { noterAnteriorite, reprendrePatient } from './reprendre.ts'
import { choisirBeneficiaire, deverrouillerTraits, lireMessageDatamatrix, saisirTrait } from './saisir.ts'
import {
  type Issue,
  arretAppel,
  couperAppel,
  invaliderInsi,
  journaliser,
  passer,
  retirerPiece,
} from './transition.ts'

/**
 * The whole gesture: what an event makes of an admission, and what the edge must do; `aujourdhui` bounds dates.
 * A change of the derived status is journalled with the event that caused it. Source: RNIV, transition table.
 */
export function appliquer(
  admission: Admission,
  evenement: Evenement,
  aujourdhui: Jour,
  reglages: ReglagesAdmission = REGLAGES_PAR_DEFAUT,
): Issue {
  if (admission.close && !MEME_CLOSE.has(evenement.type)) return echec(refuser('admission/close'))
  const interdit = interditPar(admission.circonstance, evenement) ?? interditSansPatient(admission, evenement)
  if (interdit !== null) return echec(refuser(interdit))
  const issue = aiguiller(admission, evenement, { aujourdhui, reglages })
  if (!issue.ok) return issue
  const suivie = suivreDiffere(admission, suivreCopies(admission, issue.value))
  const apres = oublierConclusion(admission, suivie.admission)
  const [de, vers] = [statutAdmission(admission), statutAdmission(apres)]
  if (de === vers) return succes({ ...suivie, admission: apres })
  const presence = gagneSansPatient(admission, evenement, vers)
  if (presence !== null) return echec(refuser(presence))
  return succes({
    admission: apres,
    effets: [...suivie.effets, journaliser({ acte: 'statut-change', de, vers })],
  })
}

/** What may still happen to a closed admission: a late answer, a call put off, somebody who takes it up, a visit that will not take place. */
const MEME_CLOSE: ReadonlySet<Evenement['type']> = new Set([
  'insi-repondue',
  'differe-rejoue',
  'differe-annule',
  'admission-prise',
  'preparation-retiree',
])

interface Contexte {
  readonly aujourdhui: Jour
  readonly reglages: ReglagesAdmission
}

type AutreEvenement = Exclude<Evenement, EvenementCopie | EvenementDiffere>

function aiguiller(admission: Admission, evenement: Evenement, contexte: Contexte): Issue {
  if (estDeCopie(evenement)) return copierPiece(admission, evenement)
  return estDeDiffere(evenement)
    ? deciderDiffere(admission, evenement, contexte.reglages)
    : decider(admission, evenement, contexte)
}

function decider(admission: Admission, evenement: AutreEvenement, contexte: Contexte): Issue {
  const { aujourdhui, reglages } = contexte
  switch (evenement.type) {
    case 'beneficiaire-choisi':
      return choisirBeneficiaire(admission, evenement, contexte)
    case 'carte-oubliee':
      return oublierCarte(admission)
    case 'trait-saisi':
      return saisirTrait(admission, evenement.trait, evenement.brut, contexte)
    case 'traits-deverrouilles':
      return deverrouillerTraits(admission)
    case 'datamatrix-lu':
      return lireMessageDatamatrix(admission, evenement.message, contexte)
    case 'appli-vitale-lue':
      return lireAppliVitale(admission, evenement.identite, contexte)
    case 'circonstance-choisie':
      return choisirCirconstance(admission, evenement.circonstance, reglages)
    case 'mere-liee':
      return lierMere(admission, evenement.ipp)
    case 'venue-modifiee':
      return changerVenue(admission, evenement.champ, evenement.code, reglages.venues)
    case 'piece-enregistree':
      return enregistrerPiece(admission, evenement.piece, aujourdhui, reglages)
    case 'piece-retiree':
      return retirerPieceVue(admission)
    case 'attribut-bascule':
      return basculerAttribut(admission, evenement.attribut, evenement.actif)
    case 'insi-demandee':
    case 'insi-annulee':
    case 'insi-repondue':
    case 'insi-acceptee':
    case 'insi-ecartee':
    case 'verification-demandee':
    case 'etat-civil-declare':
      return deciderInsi(admission, evenement, contexte)
    case 'nom-naissance-verifie':
      return verifierNomNaissance(admission, reglages.ecarts)
    case 'transfert-demande':
      return demanderTransfert(admission, evenement.motif)
    case 'notice-remise':
      return remettreNotice(admission, evenement)
    case 'document-imprime':
      return passer(
        admission,
        journaliser({ acte: 'document-imprime', document: evenement.document, lot: evenement.lot }),
      )
    case 'anteriorite-cherchee':
      return noterAnteriorite(admission, evenement.cherches, evenement.trouves)
    case 'patient-repris':
      return reprendrePatient(admission, evenement.connue, contexte)
    case 'admission-prise':
    case 'dossier-conclu':
    case 'patient-arrive':
    case 'preparation-retiree':
      return deciderTravail(admission, evenement)
    case 'close':
      return clore(admission)
  }
}

/** Sets or lifts an attribute; douteux and fictif invalidate what INSi gave, and once lifted all starts again. Source: EXI SI 09, rows 11 and 12. */
function basculerAttribut(admission: Admission, attribut: Attribut, actif: boolean): Issue {
  const autres = admission.attributs.filter((autre) => autre !== attribut)
  const attributs = lireAttributs(actif ? [...autres, attribut] : autres)
  if (!attributs.ok) return attributs
  const acte = journaliser({ acte: actif ? 'attribut-pose' : 'attribut-leve', attribut })
  const marquee = { ...admission, attributs: attributs.value }
  if (!forcentProvisoire(attributs.value)) {
    const levee = forcentProvisoire(admission.attributs)
    const reprise = levee ? retirerPiece(marquee, 'attribut') : { admission: marquee, effets: [] }
    return passer(reprise.admission, acte, ...reprise.effets)
  }
  const invalidee = invaliderInsi(marquee)
  return passer(invalidee.admission, acte, ...invalidee.effets)
}

/** Ends the admission as it stands: an admission is never blocked for want of an INS. */
function clore(admission: Admission): Issue {
  return passer(
    { ...couperAppel(admission, 'insi/annule'), close: true },
    ...arretAppel(admission),
    journaliser({ acte: 'admission-close', statut: statutAdmission(admission) }),
  )
}
