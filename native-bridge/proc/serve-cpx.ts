import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { BureauCpx } from '../cards/cpx/follow-cpx.ts'
import type { DemandeCpx, Nouvelle } from './messages.ts'

const RIEN = new Uint8Array()

/** Answers the desk's requests about the CPx; null when the machine has no PC/SC library. A PIN does not outlive its request. */
export function serveCpx(
  bureau: BureauCpx | null,
  send: (nouvelle: Nouvelle) => void,
): (demande: DemandeCpx) => Promise<void> {
  return async (demande) => {
    const resultat = bureau ? await answer(bureau, demande) : echec(refuser('cartes/bibliotheque-absente'))
    if (demande.type === 'ouvrirCpx') demande.code.fill(0)
    send({ type: 'reponseCpx', numero: demande.numero, resultat })
  }
}

async function answer(bureau: BureauCpx, demande: DemandeCpx): Promise<Result<Uint8Array, Refus>> {
  const { presence } = demande
  if (demande.type === 'signerCpx') return bureau.sign(presence, demande.condensat, demande.cle)
  const fait =
    demande.type === 'ouvrirCpx' ? await bureau.unlock(presence, demande) : await bureau.lock(presence)
  return fait.ok ? succes(RIEN) : fait
}
