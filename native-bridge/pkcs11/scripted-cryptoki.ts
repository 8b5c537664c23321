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
  const plan = scriptedCalls()
  const { call } = plan
  const carte = scriptedCard(code)
  const done = (): Result<void, CodeCkr> => succes(undefined)
  return {
    appels: plan.appels,
    break: plan.break,
    hold: plan.hold,
    codes: carte.codes,
    insert: (objets) => carte.move(objets),
    remove: () => carte.move(null),
    setTries: carte.setTries,
    initialize: () => call('initialize', done),
    finalize: () => call('finalize', done),
    libraryVersion: () => call('libraryVersion', () => succes('5.2')),
    slots: () => call('slots', () => succes(carte.present() ? [SLOT] : [])),
    tokenInfo: () => call('tokenInfo', () => succes(carte.info())),
    openSession: () => call('openSession', () => succes(carte.session())),
    closeSessions: () => call('closeSessions', done),
    login: (session, presente) =>
      call('login', () => carte.inSession(session, () => carte.presentPin(presente))),
    logout: () => call('logout', () => succes(carte.close())),
    find: (session, criteres) =>
      call('find', () =>
        carte.inSession(session, (objets) => {
          const classe = criteres.find(({ type }) => type === CKA.CLASS)?.valeur
          const id = criteres.find(({ type }) => type === CKA.ID)?.valeur
          const trouves = carte
            .visible(objets)
            .filter(
              (objet) => objet.classe === classe && (id === undefined || String(objet.id) === String(id)),
            )
          return succes(trouves.map((objet) => objets.indexOf(objet)))
        }),
      ),
    attribute: (session, objet, type) =>
      call('attribute', () =>
        carte.inSession(session, (objets) => {
          const choisi = objets[Number(objet)]
          return succes((type === CKA.ID ? choisi?.id : choisi?.der) ?? new Uint8Array())
        }),
      ),
    sign: (session, cle, donnees) =>
      call('sign', () =>
        carte.inSession(session, (objets) => {
          const der = Buffer.from(objets[Number(cle)]?.der ?? [])
          const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' })
          const padding = constants.RSA_PKCS1_PADDING
          return succes(new Uint8Array(privateEncrypt({ key, padding }, donnees)))
        }),
      ),
  }
}

/** What each call answers: what it should, until told otherwise. */
function scriptedCalls() {
  const rompus = new Map<Operation, CodeCkr>()
  const attentes = new Map<Operation, Promise<void>>()
  const appels: Operation[] = []
  return {
    appels,
    break: (operation: Operation, valeur: CodeCkr): void => void rompus.set(operation, valeur),
    hold: (operation: Operation, attente: Promise<void>): void => void attentes.set(operation, attente),
    call: async <T>(operation: Operation, act: () => Result<T, CodeCkr>): Promise<Result<T, CodeCkr>> => {
      appels.push(operation)
      await attentes.get(operation)
      const rompu = rompus.get(operation) ?? CKR.OK
      return rompu === CKR.OK ? act() : echec(rompu)
    },
  }
}

/** The card in the reader: its objects, its tries, and the login of its insertion. */
function scriptedCard(code: string) {
  const codes: string[] = []
  let objets: readonly ObjetScript[] | null = null
  let essais = ESSAIS
  let insertion = 0
  let connecte = false
  return {
    codes,
    present: () => objets !== null,
    session: () => insertion,
    setTries: (restants: number): void => void (essais = restants),
    close: (): void => void (connecte = false),
    move(nouveaux: readonly ObjetScript[] | null): void {
      objets = nouveaux
      connecte = false
      insertion += 1
    },
    /** A session dies with the insertion it was opened in. */
    inSession: <T>(
      session: Poignee,
      act: (objets: readonly ObjetScript[]) => Result<T, CodeCkr>,
    ): Result<T, CodeCkr> => (objets && session === insertion ? act(objets) : echec(SESSION_INVALIDE)),
    visible: (tous: readonly ObjetScript[]) =>
      tous.filter(({ classe }) => classe !== CKO.PRIVATE_KEY || connecte),
    info: () => ({ etiquette: 'CPS', serie: '1', drapeaux: flags(essais), codeMin: 4, codeMax: 4 }),
    presentPin(presente: Uint8Array): Result<void, CodeCkr> {
      codes.push(Buffer.from(presente).toString('latin1'))
      if (essais === 0) return echec(CKR.PIN_LOCKED)
      connecte = codes.at(-1) === code
      essais = connecte ? ESSAIS : essais - 1
      if (connecte) return succes(undefined)
      return echec(essais === 0 ? CKR.PIN_LOCKED : CKR.PIN_INCORRECT)
    },
  }
}

function flags(essais: number): number {
  if (essais === ESSAIS) return CKF_TOKEN.INITIALIZED
  if (essais === 0) return CKF_TOKEN.INITIALIZED | CKF_TOKEN.PIN_LOCKED
  return CKF_TOKEN.INITIALIZED | (essais === 1 ? CKF_TOKEN.PIN_FINAL_TRY : CKF_TOKEN.PIN_COUNT_LOW)
}
