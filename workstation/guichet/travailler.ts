import type { Evenement } from '#domain/admission/evenement.ts'
import { lireVenue } from '#domain/admission/venue.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { peut } from '#domain/droits/peut.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { estAttendu, lireJourAttendu } from '#domain/travail/jour-attendu.ts'
import { RAISONS, peutTraiter, type Raison } from '#domain/travail/raison.ts'
import type { AdmissionEnAttente, VenuePreparee } from '#services/coffre/depot-attentes.ts'
import { ouvrirVenue, type Bureau, type PortsVenue } from './accueillir.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { refuserActe } from './refuser-acte.ts'
import type { Tenue } from './tenir-admission.ts'

/** A line whose place is read as the establishment named it. */
type Situee<T extends Lieu> = Omit<T, keyof Lieu> & { readonly lieu: string }

type Lieu = Pick<AdmissionEnAttente, 'site' | 'secteur'>

export interface ListeAttentes {
  readonly attentes: readonly Situee<AdmissionEnAttente>[]
  readonly reste: boolean
}

export interface ListePreparees {
  readonly preparees: readonly Situee<VenuePreparee>[]
  readonly maximum: number
}

/** The work lists of the person at the desk; an admission is taken up alone, on a free desk. */
export interface Travail {
  readonly attentes: () => Promise<Result<ListeAttentes, Refus>>
  readonly reprendre: (admission: string) => Promise<Result<VueAdmission, Refus>>
  readonly preparees: () => Promise<Result<ListePreparees, Refus>>
  /** Opens a visit for a patient expected on that day, as it was typed. */
  readonly preparer: (pour: string) => Promise<Result<VueAdmission, Refus>>
  readonly ouvrirPreparee: (admission: string) => Promise<Result<VueAdmission, Refus>>
  readonly retirerPreparee: (admission: string) => Promise<Result<VueAdmission, Refus>>
}

/** The desk, as the work lists need it. */
export type BureauTravail = Pick<Bureau, 'courante' | 'retenir' | 'poursuivre'> & {
  readonly tenue: Pick<Tenue, 'tenir' | 'lacher'>
}

/** What the work lists need of the world. */
export type PortsTravail = PortsVenue &
  Pick<PortsGuichet, 'attentes'> & {
    readonly depot: Pick<PortsGuichet['depot'], 'parId'>
  }

export function creerTravail(ports: PortsTravail, bureau: BureauTravail): Travail {
  return {
    ...listesDe(ports),
    ...reprisesDe(ports, bureau),
    preparer: (pour) => preparer(ports, bureau, pour),
  }
}

/** The lists themselves: read by whoever may act on them, and journalled. */
function listesDe(ports: PortsTravail): Pick<Travail, 'attentes' | 'preparees'> {
  const situer = <T extends Lieu>({ site, secteur, ...ligne }: T): Situee<T> => ({
    ...ligne,
    lieu: lireVenue({ site, secteur, typeAdmission: null, choix: ports.cadre.reglages.venues }),
  })
  return {
    async attentes() {
      const refusDe = (raison: Raison) => peutTraiter(ports.cadre.habilitation, raison, jourDe(ports.now()))
      const raisons = RAISONS.filter((raison) => refusDe(raison) === null)
      const interdit = refusDe('renvoyee')
      if (raisons.length === 0 && interdit) return refuserActe(ports, refuser(interdit), 'attentes-listees')
      const page = await ports.attentes.lister(raisons, ports.now().toISOString())
      // Whoever sent a file back has done his part: it awaits the desk, not him.
      const attentes = page.attentes.filter(({ raison, par }) => raison !== 'renvoyee' || par !== ports.agent)
      await ports.journaliser(null, { acte: 'attentes-listees', trouvees: attentes.length })
      return succes({ ...page, attentes: attentes.map(situer) })
    },
    async preparees() {
      const { habilitation, reglages } = ports.cadre
      const interdit = peut(habilitation, 'creer-modifier', jourDe(ports.now()))
      if (interdit) return refuserActe(ports, refuser(interdit), 'preparees-listees')
      const preparees = await ports.attentes.preparees(ports.now().toISOString())
      await ports.journaliser(null, { acte: 'preparees-listees', trouvees: preparees.length })
      return succes({ preparees: preparees.map(situer), maximum: reglages.preadmissionsMax })
    },
  }
}

/** One more visit, while the list is not full. Source: ID-15. */
async function preparer(
  ports: PortsTravail,
  bureau: BureauTravail,
  saisie: string,
): Promise<Result<VueAdmission, Refus>> {
  const { habilitation, reglages } = ports.cadre
  const aujourdhui = jourDe(ports.now())
  const interdit = peut(habilitation, 'preparer', aujourdhui)
  if (interdit) return refuserActe(ports, refuser(interdit), 'venue-preparee')
  if (estOccupe(bureau)) return echec(refuser('travail/guichet-occupe'))
  const pour = lireJourAttendu(saisie, aujourdhui)
  if (!pour.ok) return pour
  if ((await ports.attentes.nombrePreparees()) >= reglages.preadmissionsMax)
    return echec(refuser('preadmission/liste-pleine'))
  const neuve = await ouvrirVenue(ports, null, { pour: pour.value })
  return neuve.ok ? succes(await bureau.retenir(neuve.value)) : neuve
}

/** One admission of a list, taken to a free desk. */
function reprisesDe(
  ports: PortsTravail,
  bureau: BureauTravail,
): Pick<Travail, 'reprendre' | 'ouvrirPreparee' | 'retirerPreparee'> {
  const { depot } = ports
  const { tenue } = bureau

  /** Does this to an admission read again once nobody else can change it; refused, it is given back unseen. */
  async function prendre(id: string, evenement: Evenement): Promise<Result<VueAdmission, Refus>> {
    if (estOccupe(bureau)) return echec(refuser('travail/guichet-occupe'))
    if ((await depot.parId(id)) === null) return echec(refuser('travail/traitee'))
    const seul = await tenue.tenir(id)
    if (!seul.ok) return seul
    const admission = await depot.parId(id)
    const faite = admission
      ? await bureau.poursuivre(admission, evenement)
      : echec(refuser('travail/traitee'))
    if (!faite.ok) await tenue.lacher()
    return faite
  }

  const reprendre = (id: string) => prendre(id, { type: 'admission-prise', agent: ports.agent })
  return {
    reprendre,
    retirerPreparee: (id) => prendre(id, { type: 'preparation-retiree' }),
    async ouvrirPreparee(id) {
      const prise = await reprendre(id)
      const admission = bureau.courante()
      const attendue = admission?.preparation && estAttendu(admission.preparation, jourDe(ports.now()))
      return prise.ok && attendue ? bureau.poursuivre(admission, { type: 'patient-arrive' }) : prise
    },
  }
}

const estOccupe = (bureau: Pick<Bureau, 'courante'>): boolean => bureau.courante()?.close === false
