import type { EtatCodeCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { codeRefusDeCkr } from '../../pkcs11/ckr-codes.ts'
import { CKA, CKF_TOKEN, CKO, type Cryptoki, type Poignee } from '../../pkcs11/cryptoki.ts'
import { digestInfo, estSigneePar } from './digest-info.ts'
import { pinStateOf, presentPin, type CodePresente } from './pin.ts'
import { readToken, type CleCpx, type ContenuCpx } from './read-token.ts'

/** One inserted CPx, through its library: what it says, its PIN, its signature. Dies with the insertion. */
export interface JetonCpx extends ContenuCpx {
  pinState(): Promise<Result<EtatCodeCpx, Refus>>
  /** Presents the PIN once. */
  login(code: CodePresente): Promise<Result<void, Refus>>
  /** Signs a SHA-256 digest, and checks the signature against the certificate before giving it. */
  sign(condensat: Uint8Array, cle: CleCpx): Promise<Result<Uint8Array, Refus>>
  logout(): Promise<void>
  /** Ends the sessions; a card already gone has none left, and that is no failure. */
  close(): Promise<void>
}

/** Opens the only professional token the library shows. `cpx/non-reconnue` when it shows none, `cpx/plusieurs` for more. */
export async function openToken(ck: Cryptoki): Promise<Result<JetonCpx, Refus>> {
  const slot = await onlySlot(ck)
  if (!slot.ok) return slot
  const session = await ck.openSession(slot.value)
  if (!session.ok) return refused(codeRefusDeCkr(session.error))
  const contenu = await readToken(ck, session.value)
  if (contenu.ok) return succes(tokenOf(ck, slot.value, session.value, contenu.value))
  await ck.closeSessions(slot.value)
  return contenu
}

const refused = (code: CodeRefus): Result<never, Refus> => echec(refuser(code))

async function onlySlot(ck: Cryptoki): Promise<Result<Poignee, Refus>> {
  const slots = await ck.slots()
  if (!slots.ok) return refused(codeRefusDeCkr(slots.error))
  const prets: Poignee[] = []
  for (const slot of slots.value) {
    const info = await ck.tokenInfo(slot)
    if (!info.ok) return refused(codeRefusDeCkr(info.error))
    // Some libraries also show a slot where a new token could be made.
    if (info.value.drapeaux & CKF_TOKEN.INITIALIZED) prets.push(slot)
  }
  const [seul] = prets
  if (seul === undefined) return refused('cpx/non-reconnue')
  return prets.length === 1 ? succes(seul) : refused('cpx/plusieurs')
}

function tokenOf(ck: Cryptoki, slot: Poignee, session: Poignee, contenu: ContenuCpx): JetonCpx {
  return {
    ...contenu,
    async pinState() {
      const info = await ck.tokenInfo(slot)
      return info.ok ? succes(pinStateOf(info.value)) : refused(codeRefusDeCkr(info.error))
    },
    login: (code) => presentPin(ck, slot, session, code),
    async sign(condensat, cle) {
      const privee = await privateKey(ck, session, contenu.ids[cle])
      if (!privee.ok) return privee
      const signature = await ck.sign(session, privee.value, digestInfo(condensat))
      if (!signature.ok) return refused(codeRefusDeCkr(signature.error))
      const certificat = contenu.certificats[cle] ?? ''
      // The Cryptolib keeps certificates on disk, and may show those of a card made again with other keys.
      return estSigneePar(certificat, condensat, signature.value) ? signature : refused('cpx/preuve-fausse')
    },
    logout: async () => void (await ck.logout(session)),
    close: async () => void (await ck.closeSessions(slot)),
  }
}

/** Private keys show only after the PIN: none at all means that it was not presented. */
async function privateKey(
  ck: Cryptoki,
  session: Poignee,
  id: Uint8Array | undefined,
): Promise<Result<Poignee, Refus>> {
  const classe = { type: CKA.CLASS, valeur: CKO.PRIVATE_KEY }
  const toutes = await ck.find(session, [classe])
  if (!toutes.ok) return refused(codeRefusDeCkr(toutes.error))
  if (toutes.value.length === 0) return refused('cpx/code-requis')
  const siennes = id ? await ck.find(session, [classe, { type: CKA.ID, valeur: id }]) : succes([])
  if (!siennes.ok) return refused(codeRefusDeCkr(siennes.error))
  const [cle] = siennes.value
  return cle === undefined ? refused('cpx/contenu-illisible') : succes(cle)
}
