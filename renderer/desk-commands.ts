import { flushSync } from 'react-dom'
import { raisonInacheve } from './features/patient/unfinished.ts'
import { aUnChoix } from '#domain/admission/venue.ts'
import { chooseFiles } from './keyboard/choose-files.ts'
import { focusTrait, focusZone, goRound, type ZoneRonde } from './keyboard/zones.ts'
import type { DeskState, Ecran } from './store/desk-state.ts'
import { refuse } from './store/refuse.ts'
import type { Desk } from './store/use-desk.ts'
import { nextTheme } from './ui/theme.ts'
import { aConclure } from './workflow/a-conclure.ts'
import type { Geste } from './workflow/geste.ts'

/** What a key does; true when it had a use. */
export type Play = (geste: Geste) => boolean

/** The acts of the keys, over the whole screen. */
export function createCommands(desk: Desk, page: Document): Play {
  const { acts, store } = desk
  const commands: Record<Geste, () => unknown> = {
    carte: () => playCarte(desk, page),
    'sans-carte': acts.oublierCarte,
    legende: () => store.update((state) => ({ ...state, legendeDepliee: !state.legendeDepliee })),
    rechercher: () => showThenFocus(desk, page, 'recherche', { rechercheOuverte: true, liste: null }),
    attentes: () => showThenFocus(desk, page, 'travail', { liste: 'attentes', rechercheOuverte: false }),
    preparees: () => playPreparees(desk, page),
    conclure: () => playConclure(desk, page),
    saisir: () => focusTrait(page),
    circonstance: () => playCirconstance(desk, page),
    venue: () => playVenue(desk, page),
    'etat-civil': acts.declarerEtatCivil,
    piece: () => showThenFocus(desk, page, 'piece', { pieceDepliee: true }),
    'retirer-piece': acts.retirerPiece,
    'joindre-copie': () => playJoindre(desk, page),
    'voir-copie': () => playVoirCopie(desk),
    insi: () => playInsi(desk, page),
    deverrouiller: acts.deverrouiller,
    valider: () => playValider(desk, page),
    ecarter: acts.ecarterInsi,
    differer: () => playDifferer(desk),
    annuler: () => undefined,
    etiquettes: () => acts.imprimerPlanche(store.read().debutPlanche),
    fiche: acts.imprimerFiche,
    'patient-suivant': () => playPatientSuivant(desk),
    'zone-suivante': () => goRound(page, 1),
    'zone-precedente': () => goRound(page, -1),
    theme: () => playTheme(desk, page),
    'changer-mot-de-passe': () => showScreen(desk, 'mot-de-passe'),
    administrer: () => playAdministrer(desk),
    'fermer-session': acts.fermerSession,
  }
  // A key struck twice asks once.
  const running = new Set<Geste>()
  const run = async (geste: Geste): Promise<void> => {
    running.add(geste)
    if (!GARDENT_RECHERCHE.has(geste)) desk.store.update(fermerRecherche)
    try {
      await commands[geste]()
    } finally {
      running.delete(geste)
    }
  }
  return (geste) => {
    // What takes the whole window has keys of its own.
    if (store.read().ecran !== 'guichet' && !PARTOUT.has(geste)) return false
    if (geste === 'annuler') return playAnnuler(desk, page)
    if (!store.read().agent && geste !== 'theme') return false
    // The question about the next patient is answered before anything else.
    if (store.read().confirmation && geste !== 'patient-suivant') return false
    // A copy on the screen is put away before anything else is done.
    if (store.read().consultation) {
      if (!FERMENT_COPIE.has(geste)) return false
      acts.fermerCopie()
    }
    if (!running.has(geste)) void run(geste)
    return true
  }
}

/** The keys that serve on every screen. */
const PARTOUT: ReadonlySet<Geste> = new Set([
  'theme',
  'administrer',
  'changer-mot-de-passe',
  'fermer-session',
])

/** The keys that leave the search where it is; any other one goes back to the steps. */
const GARDENT_RECHERCHE: ReadonlySet<Geste> = new Set([
  'legende',
  'rechercher',
  'attentes',
  'preparees',
  'zone-suivante',
  'zone-precedente',
  'theme',
])

/** The keys that may be struck over a copy; each one closes it. */
const FERMENT_COPIE: ReadonlySet<Geste> = new Set(['voir-copie', 'patient-suivant', 'fermer-session'])

const fermerRecherche = (state: DeskState): DeskState =>
  state.rechercheOuverte || state.liste ? { ...state, rechercheOuverte: false, liste: null } : state

const announce = ({ store }: Desk, annonce: string): void => store.update((state) => ({ ...state, annonce }))

/** Shows what a key opens, then goes into it: the focus moves because the agent asked. */
function showThenFocus({ store }: Desk, page: Document, zone: ZoneRonde, shown: Partial<DeskState>): void {
  flushSync(() => store.update((state) => ({ ...state, ...shown })))
  focusZone(page, zone)
}

/** One person on the card is chosen at once; several are shown; a card that was not read is read again. */
function playCarte(desk: Desk, page: Document): unknown {
  const lecture = desk.store.read().cartes?.lecture
  if (lecture?.etat !== 'lue') return desk.acts.relireCarte()
  if (lecture.beneficiaires.length === 1) return desk.acts.choisirBeneficiaire(0)
  return showThenFocus(desk, page, 'carte', { beneficiaire: null, carteDepliee: true })
}

const showScreen = ({ store }: Desk, ecran: Ecran): void =>
  store.update(({ refus: { [ecran]: _before, ...refus }, ...state }) => ({ ...state, refus, ecran }))

/** Goes to the administration and back; whoever may not go there reads who can. */
async function playAdministrer(desk: Desk): Promise<void> {
  if (desk.store.read().ecran === 'administration') return showScreen(desk, 'guichet')
  const permis = await desk.acts.administrer((administration) => administration.personnes(), 'patient')
  if (permis.ok) showScreen(desk, 'administration')
}

/** The patient of a visit prepared is there; otherwise the list of those visits opens. */
function playPreparees(desk: Desk, page: Document): unknown {
  if (desk.store.read().admission?.preparation) return desk.acts.patientArrive()
  return showThenFocus(desk, page, 'travail', { liste: 'preparees', rechercheOuverte: false })
}

/** How to leave a file is asked only of whoever it awaits. */
function playConclure(desk: Desk, page: Document): unknown {
  const { admission, agent } = desk.store.read()
  if (aConclure(admission, agent?.identifiant) === null) return undefined
  return showThenFocus(desk, page, 'suivi', { conclusionDemandee: true })
}

/** What the copy of a document may be, as the file window sorts it; the workstation only believes the bytes. */
const FORMATS_COPIE = 'image/jpeg,image/png,application/pdf'

/** Asks for files of the document recorded; what would be refused is refused before anything is chosen. */
function playJoindre({ store, acts }: Desk, page: Document): void {
  const { admission } = store.read()
  if (!admission) return
  const refus = admission.actions.joindreCopie
  if (refus !== null) store.update((state) => refuse(state, 'piece', refus))
  else chooseFiles(page, FORMATS_COPIE, (fichiers) => void acts.joindreCopies(admission.id, fichiers))
}

function playVoirCopie({ store, acts }: Desk): void {
  const refus = store.read().admission?.actions.voirCopie
  if (refus === undefined) return
  if (refus !== null) store.update((state) => refuse(state, 'piece', refus))
  else acts.demanderMotifCopie()
}

/** Who stands at the desk may be said before anything is typed, and until INSi's answer is accepted. */
function playCirconstance(desk: Desk, page: Document): unknown {
  const { admission } = desk.store.read()
  if (!admission || admission.insi.etat === 'acceptee') return undefined
  return showThenFocus(desk, page, 'traits', { circonstanceDepliee: true, venueDepliee: false })
}

/** The site, the sector or the type of the visit may be said at any time, where the establishment leaves a choice. */
function playVenue(desk: Desk, page: Document): unknown {
  const { admission } = desk.store.read()
  if (!admission || !aUnChoix(admission.venue)) return undefined
  return showThenFocus(desk, page, 'traits', { venueDepliee: true, circonstanceDepliee: false })
}

function playInsi(desk: Desk, page: Document): unknown {
  const { insi, decision } = desk.store.read().admission ?? {}
  const aDecider = decision?.noeud === 'nom-a-verifier' || decision?.noeud === 'relances-epuisees'
  if (insi?.etat === 'trouvee' || aDecider) return focusZone(page, 'insi')
  if (insi?.etat === 'acceptee') return desk.acts.verifierInsi()
  return desk.acts.interrogerInsi()
}

const playTheme = (desk: Desk, page: Document): void =>
  announce(
    desk,
    nextTheme(page, () => localStorage),
  )

/** Puts off the call left without an answer; the same key gives it up. */
const playDifferer = ({ store, acts }: Desk): unknown =>
  store.read().admission?.actions.annulerDiffere === null ? acts.annulerDiffere() : acts.differerInsi()

/** Accepts an identical answer; a minor difference, or a match by another given name, first asks for its reason. */
function playValider(desk: Desk, page: Document): unknown {
  const { admission } = desk.store.read()
  if (admission?.insi.etat === 'trouvee' && admission.decision.motifRequis && !admission.attente)
    return showThenFocus(desk, page, 'insi', { motifDemande: true })
  return desk.acts.accepterInsi(null)
}

async function playPatientSuivant({ store, acts, drafts }: Desk): Promise<void> {
  if (!(await drafts.saveAll())) return
  const { admission, confirmation } = store.read()
  if (admission && !confirmation && raisonInacheve(admission) !== null) {
    store.update((state) => ({ ...state, confirmation: true }))
    return
  }
  store.update((state) => ({ ...state, confirmation: false }))
  await acts.patientSuivant()
}

/** Escape gives up what is nearest: the question, the reasons, the document list, the call, then the zone. */
function playAnnuler({ store, acts }: Desk, page: Document): boolean {
  const {
    confirmation,
    consultation,
    motifDemande,
    conclusionDemandee,
    rechercheOuverte,
    liste,
    circonstanceDepliee,
    venueDepliee,
    legendeDepliee,
    pieceDepliee,
    carteDepliee,
    admission,
  } = store.read()
  if (confirmation) store.update((state) => ({ ...state, confirmation: false }))
  else if (consultation) acts.fermerCopie()
  else if (motifDemande) store.update((state) => ({ ...state, motifDemande: false }))
  else if (conclusionDemandee) store.update((state) => ({ ...state, conclusionDemandee: false }))
  else if (legendeDepliee) store.update((state) => ({ ...state, legendeDepliee: false }))
  else if (
    rechercheOuverte ||
    liste !== null ||
    circonstanceDepliee ||
    venueDepliee ||
    pieceDepliee ||
    carteDepliee
  ) {
    store.update((state) => ({
      ...state,
      rechercheOuverte: false,
      liste: null,
      circonstanceDepliee: false,
      venueDepliee: false,
      pieceDepliee: false,
      carteDepliee: false,
    }))
    focusTrait(page)
  } else if (admission?.actions.annulerInsi === null) void acts.annulerInsi()
  else if (page.activeElement?.closest('[role=listbox]')) focusTrait(page)
  else return false
  return true
}
