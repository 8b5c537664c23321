import { MOTIFS_ECART, type MotifEcart } from '#domain/admission/admission.ts'
import { useDesk } from '../../store/use-desk.ts'
import { ReasonList } from '../../ui/reason-list.tsx'

const MOTIFS = Object.entries(MOTIFS_ECART) as readonly (readonly [MotifEcart, string])[]

/** Why a minor difference is accepted: the reason chosen accepts. */
export function MotifList() {
  const { acts } = useDesk()
  return (
    <ReasonList
      nom="Motif d’acceptation de l’écart mineur"
      legende="Motif d’acceptation"
      motifs={MOTIFS}
      onChoose={acts.accepterInsi}
    />
  )
}
