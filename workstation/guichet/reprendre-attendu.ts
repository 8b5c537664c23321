import { appliquer } from '#domain/admission/appliquer.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { estAttendu } from '#domain/travail/jour-attendu.ts'
import type { Accueil } from './accueillir.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import { precederEcriture } from './preceder-ecriture.ts'
import type { BureauTenu } from './tenir-bureau.ts'
import type { Travail } from './travailler.ts'

interface Guichet {
  readonly bureau: Pick<BureauTenu, 'courante' | 'tenue'>
  readonly accueil: Pick<Accueil, 'reprendre'>
  readonly travail: Pick<Travail, 'ouvrirPreparee'>
}

/**
 * Takes a known patient, and with him the visit prepared for his coming: a free desk opens that very visit; a visit already begun
 * takes his identity, and the one prepared leaves its list. Source: ID-15.
 */
export function reprendreAttendu(
  ports: PortsGuichet,
  { bureau, accueil, travail }: Guichet,
): Accueil['reprendre'] {
  /** The visit that awaits this patient today; none while what is at the desk is itself only prepared. */
  async function attendue(cible: string | null, ipp: string): Promise<string | null> {
    if (cible !== null && bureau.courante()?.preparation) return null
    const preparees = await ports.attentes.preparees(ports.now().toISOString())
    const aujourdhui = jourDe(ports.now())
    return preparees.find((venue) => venue.ipp === ipp && estAttendu(venue, aujourdhui))?.admission ?? null
  }

  /** The visit prepared as it stands, brought up to date when its patient came since. */
  async function ouvrir(venue: string, ipp: string): Promise<Result<VueAdmission, Refus>> {
    const ouverte = await travail.ouvrirPreparee(venue)
    const derniere = ouverte.ok ? await ports.patients.derniereAdmission(ipp) : null
    return derniere === null || derniere.id === venue ? ouverte : accueil.reprendre(venue, ipp)
  }

  async function retirer(venue: string): Promise<void> {
    const preparee = await ports.depot.parId(venue)
    const issue = preparee && appliquer(preparee, { type: 'preparation-retiree' }, jourDe(ports.now()))
    if (!issue?.ok) return
    await precederEcriture(ports, issue.value.admission, issue.value.effets)
    await ports.depot.enregistrer(issue.value.admission)
  }

  return async (cible, ipp) => {
    const venue = await attendue(cible, ipp)
    if (venue === null) return accueil.reprendre(cible, ipp)
    if (cible === null) return ouvrir(venue, ipp)
    return bureau.tenue.pendant(venue, async () => {
      const reprise = await accueil.reprendre(cible, ipp)
      if (reprise.ok) await retirer(venue)
      return reprise
    })
  }
}
