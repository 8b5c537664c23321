import type { Admission } from '#domain/admission/admission.ts'
import type { Effet, Evenement } from '#domain/admission/evenement.ts'
import { appelEnCours } from '#domain/admission/transition.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { RechercheSaisie } from '#domain/doublons/critere.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { creerFileAttente } from '../etat/file-attente.ts'
import { creerCopies, type CopiesGuichet } from './copies-guichet.ts'
import { creerAccueil, type PageMontree } from './accueillir.ts'
import { suivreAppels, type AppelsEnCours } from './appels-en-cours.ts'
import { garderCarte } from './garder-carte.ts'
import { garderStockage } from './garder-stockage.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { creerRejeu } from './rejouer-differes.ts'
import { reprendreAttendu } from './reprendre-attendu.ts'
import { tenirBureau } from './tenir-bureau.ts'
import { creerTravail, type Travail } from './travailler.ts'

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
  /** What awaits the person at the desk, and the visits prepared. */
  readonly travail: Travail
  /** Makes one call put off, if one may be made now; tells whether it left. */
  rejouerDiffere(): Promise<Result<boolean, Refus>>
  /** Shows the admission again, under rights that have just changed. */
  remontrer(): Promise<void>
  /** Stops the call in progress and waits for the last write. */
  fermer(): Promise<void>
}

export async function creerGuichet(ports: PortsGuichet): Promise<Guichet> {
  const chacunSonTour = creerFileAttente()
  const aSonTour = <T>(acte: () => Promise<Result<T, Refus>>) => chacunSonTour(() => garderStockage(acte))
  const tenu = tenirBureau(ports, {
    suivre: (admission) => accueil.suivre(admission),
    accomplir: (admission, effet) => accomplir(appels, admission, effet),
  })

  async function preparer(
    cible: string,
    acte: Parameters<typeof accueil.preparer>[1],
  ): Promise<Result<Admission, Refus>> {
    const admission = await tenu.exiger(cible)
    return admission.ok ? accueil.preparer(admission.value, acte) : admission
  }

  const agir: Guichet['agir'] = (cible, evenement) =>
    aSonTour(async () => {
      const prete = await preparer(cible, evenement.type)
      if (!prete.ok) return prete
      const gardee = await garderCarte(ports, prete.value, evenement)
      return gardee.ok ? tenu.poursuivre(prete.value, gardee.value) : gardee
    })

  const bureau = { ...tenu, agir }
  const accueil = creerAccueil(ports, bureau)
  const travail = creerTravail(ports, bureau)
  const reprendre = reprendreAttendu(ports, { bureau, accueil, travail })

  const rejeu = creerRejeu(ports, tenu)

  const appels = suivreAppels(ports.appelerInsi, ({ admission, appelId }, resultat) =>
    aSonTour<unknown>(() => {
      const reponse: Evenement = { type: 'insi-repondue', appelId, resultat }
      const ici = tenu.courante()
      return ici?.id === admission && !ici.close
        ? tenu.poursuivre(ici, reponse)
        : tenu.poursuivreAilleurs(admission, reponse)
    }),
  )

  const laissee = await tenu.retrouver()
  // A call cut by a crash is never replayed: its outcome is unknown and the agent is told so.
  const appelId = laissee && appelEnCours(laissee)
  if (laissee !== null && appelId !== null) await agir(laissee.id, interrompu(appelId))
  await rejeu.conclureInterrompus()
  return {
    agir,
    copies: creerCopies({ magasin: ports.copies, aSonTour, ...tenu }),
    ouvrir: () => aSonTour(accueil.ouvrir),
    reprendre: (cible, ipp) => aSonTour(() => reprendre(cible, ipp)),
    chercher: (saisie) => garderStockage(() => accueil.chercher(saisie)),
    travail: chacunASonTour(travail, aSonTour),
    rejouerDiffere: () => aSonTour(async () => succes(await rejeu.rejouerUn())),
    aImprimer: (cible) => aSonTour(() => preparer(cible, 'impression')),
    remontrer: () => chacunSonTour(() => Promise.resolve(tenu.remontrer())),
    async fermer() {
      // What was asked is done first; nothing it starts may outlive the store, nor show a patient to nobody.
      await chacunSonTour(() => Promise.resolve())
      await appels.fermer()
      tenu.vider()
      await accueil.fermer()
      await chacunSonTour(() => Promise.resolve())
      await tenu.tenue.lacher()
    },
  }
}

/** The work lists, each asked in its turn like any act. */
const chacunASonTour = (
  travail: Travail,
  aSonTour: <T>(acte: () => Promise<Result<T, Refus>>) => Promise<Result<T, Refus>>,
): Travail => ({
  attentes: () => aSonTour(travail.attentes),
  reprendre: (cible) => aSonTour(() => travail.reprendre(cible)),
  preparees: () => aSonTour(travail.preparees),
  preparer: (pour) => aSonTour(() => travail.preparer(pour)),
  ouvrirPreparee: (cible) => aSonTour(() => travail.ouvrirPreparee(cible)),
  retirerPreparee: (cible) => aSonTour(() => travail.retirerPreparee(cible)),
})

const interrompu = (appelId: string): Evenement => ({
  type: 'insi-repondue',
  appelId,
  resultat: echec(refuser('insi/interrompu')),
})

/** Does what an event asked of the edge, besides journalling. */
function accomplir(appels: AppelsEnCours, admission: string, effet: Effet): void {
  if (effet.type === 'annuler-insi') appels.annuler(effet.appelId)
  if (effet.type === 'appeler-insi')
    appels.lancer({ admission, appelId: effet.appelId, demande: effet.demande })
}
