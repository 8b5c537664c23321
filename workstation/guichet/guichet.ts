import type { Admission } from '#domain/admission/admission.ts'
import type { Effet, Evenement } from '#domain/admission/evenement.ts'
import { appelEnCours } from '#domain/admission/transition.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import type { RechercheSaisie } from '#domain/doublons/critere.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import { creerCopies, type CopiesGuichet } from './copies-guichet.ts'
import { creerAccueil, type PageMontree } from './accueillir.ts'
import { suivreAppels, type AppelsEnCours } from './appels-en-cours.ts'
import { garderStockage } from './garder-stockage.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { refuserActe } from './refuser-acte.ts'

/** The desk of one signed-in agent: one admission at a time, every event applied in order, stored, then shown. */
export interface Guichet {
  /** Opens the next patient; refused while one is open. */
  ouvrir(): Promise<Result<VueAdmission, Refus>>
  /** Applies an act to the admission it names; refused when another one is at the desk. */
  agir(admission: string, evenement: Evenement): Promise<Result<VueAdmission, Refus>>
  /** Takes a patient already known, for the admission it names or for a new one when the desk is free. */
  reprendre(admission: string | null, ipp: string): Promise<Result<VueAdmission, Refus>>
  /** Searches the known patients as the agent asks. */
  chercher(saisie: RechercheSaisie): Promise<Result<PageMontree, Refus>>
  readonly copies: CopiesGuichet
  /** The admission at the desk, for printing: the base was searched before. */
  aImprimer(admission: string): Promise<Result<Admission, Refus>>
  /** Stops the call in progress and waits for the last write. */
  fermer(): Promise<void>
}

export async function creerGuichet(ports: PortsGuichet): Promise<Guichet> {
  const aujourdhui = () => jourDe(ports.now())
  const chacunSonTour = creerFileAttente()
  const aSonTour = <T>(acte: () => Promise<Result<T, Refus>>) => chacunSonTour(() => garderStockage(acte))
  let courante: Admission | null = null

  async function retenir(admission: Admission): Promise<VueAdmission> {
    await ports.depot.enregistrer(admission)
    courante = admission
    const suivante = vueDe(admission, aujourdhui(), ports.cadre)
    ports.vue.poser(suivante)
    accueil.suivre(admission.close ? null : admission)
    return suivante
  }

  /** Journals before it stores: an act may be journalled and lost, never stored without a trace. */
  async function poursuivre(depart: Admission, evenement: Evenement): Promise<Result<VueAdmission, Refus>> {
    const issue = appliquerSelonDroits(depart, evenement, aujourdhui(), ports.cadre)
    if (!issue.ok) return refuserActe(ports, issue.error, evenement.type, depart)
    const { admission, effets } = issue.value
    await precederEcriture(ports, admission, effets)
    const suivante = await retenir(admission)
    for (const effet of effets) accomplir(appels, admission.id, effet)
    return succes(suivante)
  }

  const preparer = async (cible: string, acte: Parameters<typeof accueil.preparer>[1]) =>
    courante?.id === cible ? accueil.preparer(courante, acte) : echec(refuser('admission/absente'))

  const agir: Guichet['agir'] = (cible, evenement) =>
    aSonTour(async () => {
      const prete = await preparer(cible, evenement.type)
      return prete.ok ? poursuivre(prete.value, evenement) : prete
    })

  const accueil = creerAccueil(ports, { courante: () => courante, retenir, poursuivre, agir })

  const appels = suivreAppels(ports.appelerInsi, ({ admission, appelId }, resultat) =>
    agir(admission, { type: 'insi-repondue', appelId, resultat }),
  )

  courante = await ports.depot.ouverte(ports.agent)
  if (courante !== null) {
    await ports.journaliser(courante, { acte: 'admission-reprise' })
    ports.vue.poser(vueDe(courante, aujourdhui(), ports.cadre))
    accueil.suivre(courante)
  }
  // A call cut by a crash is never replayed: its outcome is unknown and the agent is told so.
  const appelId = courante && appelEnCours(courante)
  if (courante !== null && appelId !== null) {
    await agir(courante.id, { type: 'insi-repondue', appelId, resultat: echec(refuser('insi/interrompu')) })
  }
  return {
    agir,
    copies: creerCopies({ magasin: ports.copies, aSonTour, courante: () => courante, poursuivre }),
    ouvrir: () => aSonTour(accueil.ouvrir),
    reprendre: (cible, ipp) => aSonTour(() => accueil.reprendre(cible, ipp)),
    chercher: (saisie) => garderStockage(() => accueil.chercher(saisie)),
    aImprimer: (cible) => aSonTour(() => preparer(cible, 'impression')),
    async fermer() {
      // What was asked is done first; nothing it starts may outlive the store, nor show a patient to nobody.
      await chacunSonTour(() => Promise.resolve())
      await appels.fermer()
      courante = null
      await accueil.fermer()
      await chacunSonTour(() => Promise.resolve())
      ports.vue.poser(null)
    },
  }
}

/** Journals, then erases: what an act must leave on the disk before the admission itself. */
async function precederEcriture(
  { journaliser, copies }: PortsGuichet,
  admission: Admission,
  effets: readonly Effet[],
): Promise<void> {
  for (const effet of effets) if (effet.type === 'journaliser') await journaliser(admission, effet.acte)
  for (const effet of effets) if (effet.type === 'effacer-copies') await copies.effacer(effet.copies)
}

/** Does what an event asked of the edge, once it is stored. */
function accomplir(appels: AppelsEnCours, admission: string, effet: Effet): void {
  if (effet.type === 'annuler-insi') appels.annuler(effet.appelId)
  if (effet.type === 'appeler-insi')
    appels.lancer({ admission, appelId: effet.appelId, demande: effet.demande })
}
