/**
 * The few calls of the Reflect metadata proposal that the container inside @peculiar/x509 makes.
 * Import it before that package.
 */
const tables = new WeakMap<object, Map<unknown, unknown>>()

const getOwnMetadata = (key: unknown, target: object): unknown => tables.get(target)?.get(key)

function getMetadata(key: unknown, target: object): unknown {
  for (let owner: unknown = target; estObjet(owner); owner = Object.getPrototypeOf(owner))
    if (tables.get(owner)?.has(key)) return getOwnMetadata(key, owner)
  return undefined
}

function defineMetadata(key: unknown, value: unknown, target: object): void {
  const table = tables.get(target) ?? new Map<unknown, unknown>()
  tables.set(target, table.set(key, value))
}

const estObjet = (valeur: unknown): valeur is object =>
  (typeof valeur === 'object' && valeur !== null) || typeof valeur === 'function'

if (!('getMetadata' in Reflect))
  Object.assign(Reflect, {
    getMetadata,
    getOwnMetadata,
    defineMetadata,
    metadata: (key: unknown, value: unknown) => (target: object) => defineMetadata(key, value, target),
  })
