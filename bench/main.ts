import { monterBanc } from '../e2e/banc.ts'
import { mesurerDemarrage } from './demarrage.ts'
import { mesurerFrappe } from './frappe.ts'
import { mesurerInsi } from './insi.ts'
import { mesurerLieux } from './lieux.ts'
import type { Mesure } from './mesure.ts'
import { mesurerPlanche } from './planche.ts'
import { mesurerRecherche } from './recherche.ts'
import { mesurerVitale } from './vitale.ts'

/** Prints every figure the desk is held to, with the ratio to its reference in this same run. Never a timed test. */
async function mesurerAuGuichet(): Promise<readonly Mesure[]> {
  const banc = await monterBanc()
  try {
    return [await mesurerFrappe(banc), await mesurerVitale(banc)]
  } finally {
    await banc.fermer()
  }
}

const mesures = [
  await mesurerDemarrage(),
  ...(await mesurerAuGuichet()),
  await mesurerLieux(),
  await mesurerInsi(),
  await mesurerPlanche(),
  ...(await mesurerRecherche()),
]
for (const { nom, valeur, reference, but, atteint, detail } of mesures) {
  const rapport =
    reference === null
      ? ''
      : `, référence ${reference.toFixed(2)} ms, rapport ${(valeur / reference).toFixed(2)}`
  console.log(`${atteint ? 'oui' : 'NON'}  ${nom} : ${valeur.toFixed(2)} ms${rapport} (${but} ; ${detail})`)
}
process.exit(0)
