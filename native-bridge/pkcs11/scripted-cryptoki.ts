import { constants, createPrivateKey, privateEncrypt } from 'node:crypto'
import { echec, succes, type Result } from '#domain/result.ts'
import { CKA, CKF_TOKEN, CKO, CKR, type CodeCkr, type Cryptoki, type Poignee } from './cryptoki.ts'

type Operation = keyof Cryptoki

/** An object of the scripted token; a private key shows once logged in. */
export interface ObjetScript {
  readonly classe: number
  readonly id: Uint8Array
  /** DER of the certificate, or of the PKCS#8 key. */
  readonly der: Uint8Array
}

/** A PKCS#11 library that follows a script: a card that counts its tries, and every code a library may answer. */
export interface ScriptedCryptoki extends Cryptoki {
  /** Names of the calls received. */
  readonly appels: Operation[]
  /** PINs presented, as text. */
  readonly codes: string[]
  insert(objets: readonly ObjetScript[]): void
  remove(): void
  /** Tries left to the PIN. */
  setTries(essais: number): void
  /** Every call of this operation answers this code, until 0. */
  break(operation: Operation, code: CodeCkr): void
  /** Calls of this operation end when the promise does. */
  hold(operation: Operation, attente: Promise<void>): void
}

const ESSAIS = 3
const SLOT = 7
const SESSION_INVALIDE = 0x0b3

export function scriptedCryptoki(code = '1234'): ScriptedCryptoki {
  const rompus = new Map<Operation, CodeCkr>()
  const attentes = new Map<Operation, Promise<void>>()
  const appels: Operation[] = []
  const codes: string[] = []
  let carte: readonly ObjetScript[] | null = null
  let essais = ESSAIS
  let insertion = 0
  let connecte = false

  const call = async <T>(
    operation: Operation,
    act: () => Result<T, CodeCkr>,
  ): Promise<Result<T, CodeCkr>> => {
    appels.push(operation)
    await attentes.get(operation)
    const rompu = rompus.get(operation) ?? CKR.OK
    return rompu === CKR.OK ? act() : echec(rompu)
  }
  /** A session dies with the insertion it was opened in. */
  const inSession = <T>(session: Poignee, act: (objets: readonly ObjetScript[]) => Result<T, CodeCkr>) =>
    carte && session === insertion ? act(carte) : echec(SESSION_INVALIDE)
  const visible = (objets: readonly ObjetScript[]) =>
    objets.filter(({ classe }) => classe !== CKO.PRIVATE_KEY || connecte)
  const present = (presente: Uint8Array): Result<void, CodeCkr> => {
    codes.push(Buffer.from(presente).toString('latin1'))
    if (essais === 0) return echec(CKR.PIN_LOCKED)
    connecte = codes.at(-1) === code
    essais = connecte ? ESSAIS : essais - 1
    if (connecte) return succes(undefined)
    return echec(essais === 0 ? CKR.PIN_LOCKED : CKR.PIN_INCORRECT)
  }
  const move = (objets: readonly ObjetScript[] | null): void => {
    carte = objets
    connecte = false
    insertion += 1
  }

  return {
    appels,
    codes,
    insert: (objets) => move(objets),
    remove: () => move(null),
    setTries: (restants) => void (essais = restants),
    break: (operation, valeur) => void rompus.set(operation, valeur),
    hold: (operation, attente) => void attentes.set(operation, attente),
    initialize: () => call('initialize', () => succes(undefined)),
    finalize: () => call('finalize', () => succes(undefined)),
    slots: () => call('slots', () => succes(carte ? [SLOT] : [])),
    tokenInfo: () =>
      call('tokenInfo', () =>
        succes({ etiquette: 'CPS', serie: '1', drapeaux: flags(essais), codeMin: 4, codeMax: 4 }),
      ),
    openSession: () => call('openSession', () => succes(insertion)),
    closeSessions: () => call('closeSessions', () => succes(undefined)),
    login: (session, presente) => call('login', () => inSession(session, () => present(presente))),
    logout: () =>
      call('logout', () => {
        connecte = false
        return succes(undefined)
      }),
    find: (session, criteres) =>
      call('find', () =>
        inSession(session, (objets) => {
          const classe = criteres.find(({ type }) => type === CKA.CLASS)?.valeur
          const id = criteres.find(({ type }) => type === CKA.ID)?.valeur
          const trouves = visible(objets).filter(
            (objet) => objet.classe === classe && (id === undefined || String(objet.id) === String(id)),
          )
          return succes(trouves.map((objet) => objets.indexOf(objet)))
        }),
      ),
    attribute: (session, objet, type) =>
      call('attribute', () =>
        inSession(session, (objets) => {
          const choisi = objets[Number(objet)]
          return succes((type === CKA.ID ? choisi?.id : choisi?.der) ?? new Uint8Array())
        }),
      ),
    sign: (session, cle, donnees) =>
      call('sign', () =>
        inSession(session, (objets) => {
          const der = Buffer.from(objets[Number(cle)]?.der ?? [])
          const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
          const padding = constants.RSA_PKCS1_PADDING
          return succes(new Uint8Array(privateEncrypt({ key, padding }, donnees)))
        }),
      ),
  }
}

function flags(essais: number): number {
  if (essais === ESSAIS) return CKF_TOKEN.INITIALIZED
  if (essais === 0) return CKF_TOKEN.INITIALIZED | CKF_TOKEN.PIN_LOCKED
  return CKF_TOKEN.INITIALIZED | (essais === 1 ? CKF_TOKEN.PIN_FINAL_TRY : CKF_TOKEN.PIN_COUNT_LOW)
}
