import { monterBancCarte } from '../e2e/banc-carte.ts'
import { monterBanc } from '../e2e/banc.ts'
import { mesurerApdu } from './apdu.ts'
import { mesurerDemarrage } from './demarrage.ts'
import { mesurerFrappe } from './frappe.ts'
import { mesurerCharge } from './insi-charge.ts'
import { mesurerInsi } from './insi.ts'
import { mesurerLieux } from './lieux.ts'
import type { Mesure } from './mesure.ts'
import { mesurerPlanche } from './planche.ts'
import { mesurerRecherche } from './recherche.ts'
import { mesurerVerrou } from './verrou.ts'
import { mesurerVitale } from './vitale.ts'

/** What is measured, by the name that asks for it alone: `npm run bench -- demarrage insi`; all of it by default. */
const MESURES: Readonly<Record<string, () => Promise<readonly Mesure[]>>> = {
  demarrage: async () => [await mesurerDemarrage()],
  guichet: mesurerAuGuichet,
  apdu: async () => [await mesurerApdu()],
  verrou: mesurerAvecCarte,
  lieux: async () => [await mesurerLieux()],
  insi: async () => [await mesurerInsi(), await mesurerCharge()],
  planche: async () => [await mesurerPlanche()],
  recherche: mesurerRecherche,
}

/** What is timed at the desk itself, an agent signed in. */
async function mesurerAuGuichet(): Promise<readonly Mesure[]> {
  const banc = await monterBanc()
  try {
    return [await mesurerFrappe(banc), await mesurerVitale(banc)]
  } finally {
    await banc.fermer()
  }
}

/** What is timed where one signs in by card. */
async function mesurerAvecCarte(): Promise<readonly Mesure[]> {
  const banc = await monterBancCarte()
  try {
    return [await mesurerVerrou(banc)]
  } finally {
    await banc.fermer()
  }
}

function imprimer({ nom, valeur, reference, but, atteint, detail }: Mesure): void {
  const rapport =
    reference === null
      ? ''
      : `, référence ${reference.toFixed(2)} ms, rapport ${(valeur / reference).toFixed(2)}`
  console.log(`${atteint ? 'oui' : 'NON'}  ${nom} : ${valeur.toFixed(2)} ms${rapport} (${but} ; ${detail})`)
}

/** Prints every figure the desk is held to, with the ratio to its reference in this same run. Never a timed test. */
const demandees = process.argv.slice(2)
const inconnue = demandees.find((nom) => MESURES[nom] === undefined)
if (inconnue !== undefined) {
  console.error(`Mesure inconnue : ${inconnue}. Mesures : ${Object.keys(MESURES).join(', ')}.`)
  process.exit(2)
}
for (const [nom, mesurer] of Object.entries(MESURES))
  if (demandees.length === 0 || demandees.includes(nom))
    for (const mesure of await mesurer()) imprimer(mesure)
process.exit(0)
