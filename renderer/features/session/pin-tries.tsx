import type { EtatCodeCpx } from '#domain/cartes/etat-cpx.ts'
import { Refusal } from '../../ui/refusal.tsx'

/** What the card says of its PIN before it is asked. */
export function PinTries({ code }: { readonly code: EtatCodeCpx }) {
  if (code === 'essai-manque')
    return <p className="note">Un code erroné a déjà été présenté à cette carte.</p>
  return code === 'dernier-essai' ? <Refusal code="cpx/dernier-essai" /> : null
}
