import { parseArgs } from 'node:util'
import type { EtapeReseau } from '#domain/insi/etape-reseau.ts'
import { succes } from '#domain/result.ts'
import { autotester, type PortsAutotest } from '#services/insi/autotest/autotest.ts'
import { appelerEnCommande, sansCarte } from './appel-commande.ts'
import { attribuer } from './attribuer.ts'
import type { Sortie } from './commande.ts'
import { rapportReseau } from '../materiel/rapport-reseau.ts'
import { lireReglagesCommande } from './reglages-commande.ts'
import { refuserAppel, sortieDe } from './sortie-insi.ts'

const OPTIONS = { config: { type: 'string' }, agent: { type: 'string' } } as const

/** Tests the way to INSi; the call of the end is made in somebody's name, and left out where nobody may make it. */
export async function tester(args: readonly string[]): Promise<Sortie> {
  const { values } = parseArgs({ args: [...args], options: OPTIONS })
  const lus = await lireReglagesCommande(values.config, process.env)
  if (!lus.ok) return refuserAppel(lus.error)
  const reglages = lus.value
  const { insi, hotesInsi: hotes, now } = reglages
  const agent = await attribuer(reglages, { identifiant: values.agent, droit: 'administrer' })
  const ports: PortsAutotest = {
    config: insi.ok ? succes(sansCarte(insi.value)) : insi,
    hotes,
    now,
    appeler: async (config, demande) =>
      agent.ok ? appelerEnCommande(reglages, { agent: agent.value, motif: 'essai', config, demande }) : agent,
  }
  const etapes: EtapeReseau[] = []
  for await (const etape of autotester(ports, new AbortController().signal)) etapes.push(etape)
  const rapport = rapportReseau(reglages, etapes, now())
  const echec = etapes.find(({ etat }) => etat === 'echouee')?.code ?? null
  return { texte: `${JSON.stringify(rapport)}\n`, refus: [], sortie: echec === null ? 0 : sortieDe(echec) }
}
