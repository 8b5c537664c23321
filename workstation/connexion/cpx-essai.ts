import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import { refuser, type CodeRefus } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { digestInfo } from '#native-bridge/cards/cpx/digest-info.ts'
import type { CleCpx } from '#native-bridge/cards/cpx/read-token.ts'
import { createStateFeed } from '#native-bridge/pcsc/state-feed.ts'
import type { CpxClient } from '#native-bridge/proc/cpx-client.ts'

/** A card one may insert in the scripted reader, with its keys. */
export interface CarteEssai {
  readonly vue: CpxPresente
  /** PKCS#8, DER. */
  readonly cles: Readonly<Record<CleCpx, Buffer>>
}

/** A reader of professional cards that follows a script: the PIN is 1234, a closed card signs nothing. */
export function lecteurEssai() {
  const feed = createStateFeed<EtatCpx>()
  const codes: string[] = []
  const actes: string[] = []
  let presente: CarteEssai | null = null
  let presence = 0
  let ouverte = false

  const montrer = (): void => {
    if (presente) feed.publish({ ...presente.vue, presence, ouverte })
  }
  const ouvrir = (etat: boolean): void => {
    ouverte = etat
    montrer()
  }
  const enPlace = (demandee: number): CarteEssai | CodeRefus => {
    if (!presente) return 'cpx/absente'
    return demandee === presence ? presente : 'cpx/changee'
  }
  return {
    client: clientEssai({ watch: feed.watch, codes, actes, enPlace, ouvrir, ouverte: () => ouverte }),
    /** PINs presented, as text. */
    codes,
    actes,
    ouverte: () => ouverte,
    /** Gives the number of the insertion. */
    inserer(carte: CarteEssai): number {
      presence += 1
      presente = carte
      ouvrir(false)
      return presence
    },
    retirer(): void {
      presente = null
      ouverte = false
      feed.publish({ etat: 'absente', refus: 'cpx/absente' })
    },
    /** The card process falls, the card staying in; `revenir` starts another one. */
    tomber(): void {
      ouverte = false
      feed.publish({ etat: 'absente', refus: 'cartes/module-arrete' })
    },
    revenir(): void {
      feed.publish({ etat: 'absente', refus: 'cpx/absente' })
      presence += 1
      montrer()
    },
  }
}

interface Main {
  readonly watch: CpxClient['watch']
  readonly codes: string[]
  readonly actes: string[]
  readonly enPlace: (presence: number) => CarteEssai | CodeRefus
  readonly ouvrir: (etat: boolean) => void
  readonly ouverte: () => boolean
}

const clientEssai = ({ watch, codes, actes, enPlace, ouvrir, ouverte }: Main): CpxClient => ({
  watch,
  async ouvrir({ presence, code }) {
    const carte = enPlace(presence)
    codes.push(Buffer.from(code).toString('latin1'))
    code.fill(0)
    if (typeof carte === 'string') return echec(refuser(carte))
    ouvrir(codes.at(-1) === '1234')
    return ouverte() ? succes(undefined) : echec(refuser('cpx/code-errone'))
  },
  async signer(presence, condensat, cle) {
    const carte = enPlace(presence)
    if (typeof carte === 'string') return echec(refuser(carte))
    if (!ouverte()) return echec(refuser('cpx/code-requis'))
    actes.push(`signer ${cle}`)
    const key = createPrivateKey({ key: carte.cles[cle], format: 'der', type: 'pkcs8' })
    const bloc = { key, padding: constants.RSA_PKCS1_PADDING }
    return succes(new Uint8Array(privateEncrypt(bloc, digestInfo(condensat))))
  },
  async fermer(presence) {
    actes.push(`fermer ${String(presence)}`)
    ouvrir(false)
    return succes(undefined)
  },
})
