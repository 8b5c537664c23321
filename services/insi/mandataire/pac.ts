import { lookup } from 'node:dns/promises'
import { networkInterfaces } from 'node:os'
import interprete from '@jitl/quickjs-wasmfile-release-sync'
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
  type QuickJSWASMModule,
} from 'quickjs-emscripten-core'
import { fonctionsPac, type ArgumentPac } from './fonctions-pac.ts'
import { nu } from './route.ts'

/** A script of a thousand rules takes milliseconds of processor, however busy the machine. */
const CALCUL_MAX_US = 500_000
const MEMOIRE_MAX = 16 * 1024 * 1024
const PILE_MAX = 256 * 1024
const NOMS_MAX = 16
const TEXTE_MAX = 4_096
const ARGUMENTS_MAX = 8
const RESOLUTION_MS = 2_000
const ATTENTE_MAX_MS = 5_000

// Its types are those of its CommonJS half, whose default is one level deeper than that of the module loaded here.
const VARIANTE = interprete as unknown as QuickJSSyncVariant

let moteur: Promise<QuickJSWASMModule> | null = null

/**
 * Asks a PAC script how an address is reached; null when the script is wrong, too slow or too greedy. The script runs in an interpreter
 * of its own, compiled to WebAssembly: it knows neither Node, nor files, nor the network, and the path of the address is kept from it.
 * A name it wants resolved stops it: the name is resolved outside and the script starts again, as browsers do.
 */
export async function evaluerPac(script: string, url: URL, maintenant = new Date()): Promise<string | null> {
  const vm = await (moteur ??= newQuickJSWASMModuleFromVariant(VARIANTE))
  const resolus = new Map<string, string | null>()
  const fin = performance.now() + ATTENTE_MAX_MS
  for (let tour = 0; tour <= NOMS_MAX && performance.now() < fin; tour += 1) {
    const { reponse, manque } = executer(vm, { script, url, resolus, maintenant })
    if (manque === null) return reponse
    resolus.set(manque, await resoudre(manque))
  }
  return null
}

interface Tour {
  readonly script: string
  readonly url: URL
  readonly resolus: ReadonlyMap<string, string | null>
  readonly maintenant: Date
}

/** One run of the script: its answer, or the first name it wants and nobody resolved yet. */
function executer(vm: QuickJSWASMModule, { script, url, resolus, maintenant }: Tour) {
  using runtime = vm.newRuntime()
  runtime.setMemoryLimit(MEMOIRE_MAX)
  runtime.setMaxStackSize(PILE_MAX)
  runtime.setInterruptHandler(creerCompteur(CALCUL_MAX_US))
  using contexte = runtime.newContext()
  let manque: string | null = null
  const fonctions = fonctionsPac({
    maintenant,
    adresse: adresseLocale(),
    resoudre(nom) {
      const connu = resolus.get(nom)
      if (connu !== undefined) return connu
      manque ??= nom
      throw new Error('unresolved')
    },
  })
  preter(contexte, fonctions)
  const hote = nu(url.hostname)
  const appel = `FindProxyForURL(${JSON.stringify(`${url.protocol}//${url.host}/`)}, ${JSON.stringify(hote)})`
  return { reponse: evaluer(contexte, `${script}\n;${appel}`), manque: manque as string | null }
}

/** Tells when this thread has computed for too long: a script runs on it alone until it ends. */
function creerCompteur(maxUs: number): () => boolean {
  const debut = process.threadCpuUsage()
  return () => {
    const { user, system } = process.threadCpuUsage(debut)
    return user + system > maxUs
  }
}

/** Lends the script our functions: plain values go in, plain values come out. */
function preter(contexte: QuickJSContext, fonctions: ReturnType<typeof fonctionsPac>): void {
  for (const [nom, fonction] of Object.entries(fonctions)) {
    using pret = contexte.newFunction(nom, (...args: readonly QuickJSHandle[]) => {
      const valeur = fonction(...args.slice(0, ARGUMENTS_MAX).map((arg) => brider(contexte.dump(arg))))
      if (typeof valeur === 'string') return contexte.newString(valeur)
      if (typeof valeur === 'number') return contexte.newNumber(valeur)
      return valeur === null ? contexte.null : valeur ? contexte.true : contexte.false
    })
    contexte.setProp(contexte.global, nom, pret)
  }
}

const brider = (valeur: unknown): ArgumentPac =>
  typeof valeur === 'string' ? valeur.slice(0, TEXTE_MAX) : typeof valeur === 'number' ? valeur : null

function evaluer(contexte: QuickJSContext, code: string): string | null {
  const issue = contexte.evalCode(code, 'proxy.pac')
  if (issue.error) {
    issue.error.dispose()
    return null
  }
  using valeur = issue.value
  return contexte.typeof(valeur) === 'string' ? contexte.getString(valeur).slice(0, TEXTE_MAX) : null
}

async function resoudre(nom: string): Promise<string | null> {
  const { promise, resolve } = Promise.withResolvers<null>()
  const minuterie = setTimeout(() => resolve(null), RESOLUTION_MS)
  const trouve = lookup(nom, { family: 4 }).then(
    ({ address }) => address,
    () => null,
  )
  return Promise.race([trouve, promise]).finally(() => clearTimeout(minuterie))
}

const adresseLocale = (): string =>
  Object.values(networkInterfaces())
    .flatMap((adresses) => adresses ?? [])
    .find(({ internal, family }) => !internal && family === 'IPv4')?.address ?? '127.0.0.1'
