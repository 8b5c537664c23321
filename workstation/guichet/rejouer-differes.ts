import type { Evenement } from '#domain/admission/evenement.ts'
import { appelEnCours } from '#domain/admission/transition.ts'
import { pourCetteVenue } from '#domain/droits/cadre.ts'
import { peut } from '#domain/droits/peut.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import type { AppelEnAttente } from '#services/coffre/depot-differes.ts'
import { jourDe } from './jour.ts'
import type { PortsGuichet } from './ports-guichet.ts'
import type { BureauTenu } from './tenir-bureau.ts'

/** The calls put off, made one at a time once INSi answers again. */
export interface Rejeu {
  /** Makes the oldest call that may be made now; false when there is none. Asked in its turn, like any act. */
  readonly rejouerUn: () => Promise<boolean>
  /** A stop cut these calls: their outcome is unknown, a person will say what becomes of them. */
  readonly conclureInterrompus: () => Promise<void>
}

type Ports = Pick<PortsGuichet, 'agent' | 'cadre' | 'depot' | 'differes' | 'rejeu' | 'now' | 'uuid'>
type Bureau = Pick<BureauTenu, 'courante' | 'tenue' | 'poursuivreAilleurs'>

export function creerRejeu(ports: Ports, bureau: Bureau): Rejeu {
  const { agent, cadre, depot, differes, rejeu, now, uuid } = ports

  /** A card signs what its holder asked for, never what somebody else did. */
  const estSien = ({ par }: AppelEnAttente): boolean => !rejeu.parCarte || par === agent

  /** The agent at the desk has the key of the call: nothing happens under his hands. */
  const estAuGuichet = ({ admission }: AppelEnAttente): boolean => {
    const courante = bureau.courante()
    return courante?.id === admission && !courante.close
  }

  async function tenter(attente: AppelEnAttente): Promise<boolean> {
    const { admission, revenu } = attente
    const evenement: Evenement = revenu
      ? { type: 'differe-annule', cause: 'patient-revenu' }
      : { type: 'differe-rejoue', appelId: uuid() }
    const fait = await bureau.tenue.pendant(admission, () => bureau.poursuivreAilleurs(admission, evenement))
    return fait.ok && !revenu
  }

  /** Rights are those of the person at the desk for that visit: his session makes the call. */
  async function estPermis({ admission }: AppelEnAttente): Promise<boolean> {
    const venue = await depot.parId(admission)
    if (venue === null) return false
    return peut(pourCetteVenue(cadre, venue).habilitation, 'appeler-insi', jourDe(now())) === null
  }

  return {
    async rejouerUn() {
      const attentes = (await differes.enAttente()).filter(
        (attente) => estSien(attente) && !estAuGuichet(attente),
      )
      if (attentes.length === 0 || (await differes.partis()).length > 0 || !rejeu.laisser()) return false
      for (const attente of attentes) if ((await estPermis(attente)) && (await tenter(attente))) return true
      return false
    },
    async conclureInterrompus() {
      for (const id of await differes.partis()) {
        const admission = await depot.parId(id)
        const appelId = (admission && appelEnCours(admission)) ?? ''
        const resultat = echec(refuser('insi/interrompu'))
        await bureau.poursuivreAilleurs(id, { type: 'insi-repondue', appelId, resultat })
      }
    },
  }
}
