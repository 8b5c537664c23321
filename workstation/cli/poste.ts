import { refuser } from '#domain/refus/refus.ts'
import { echouer, ligneErreur, reussir, type Commande, type Sortie } from './commande.ts'
import { carte } from './carte.ts'
import { compte } from './compte.ts'
import { cpx } from './cpx.ts'
import { datamatrix } from './datamatrix.ts'
import { exporter } from './exporter.ts'
import { garderIncidents } from '../incident/garder-incidents.ts'
import { insi } from './insi.ts'
import { journal } from './journal.ts'
import { normaliser } from './normaliser.ts'
import { statut } from './statut.ts'

garderIncidents()

const COMMANDES: Readonly<Record<string, Commande>> = {
  datamatrix,
  exporter,
  statut,
  normaliser,
  insi,
  journal,
  carte,
  compte,
  cpx,
}

const aide = (): string =>
  Object.values(COMMANDES)
    .map(({ usage, resume }) => `poste ${usage}\n    ${resume}\n`)
    .join('')

async function executer([nom = 'aide', ...args]: readonly string[]): Promise<Sortie> {
  if (nom === 'aide') return reussir(aide())
  const commande = Object.hasOwn(COMMANDES, nom) ? COMMANDES[nom] : undefined
  if (!commande) return echouer(refuser('commande/inconnue', nom))
  try {
    return await commande.executer(args)
  } catch (cause) {
    if (cause instanceof TypeError && 'code' in cause && String(cause.code).startsWith('ERR_PARSE_ARGS'))
      return echouer(refuser('commande/inconnue', nom))
    throw cause
  }
}

const { texte, refus, sortie = refus.length === 0 ? 0 : 2 } = await executer(process.argv.slice(2))
process.stdout.write(texte)
for (const un of refus) process.stderr.write(`${ligneErreur(un)}\n`)
process.exitCode = sortie
