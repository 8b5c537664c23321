import { Agent, request } from 'node:https'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { createClientInsi } from '#services/insi/client.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import { chronometrer, mediane, type Mesure } from './mesure.ts'

const APPELS = 300
const ECHAUFFEMENT = 50

const ZOE: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }

/** Our client, envelope and strict reading included, against a bare `https` request of the same bytes, in turn. */
export async function mesurerInsi(): Promise<Mesure> {
  const simulateur = await startInsi({ maintenant: new Date() })
  const { pki } = simulateur
  const client = createClientInsi(reglagesSimules(simulateur), {
    now: () => new Date(),
    uuid: () => crypto.randomUUID(),
  })
  const agent = new Agent({
    keepAlive: true,
    ca: pki.racine,
    cert: pki.clients.manu.certificat,
    key: pki.clients.manu.cle,
  })
  const { demandeBrute } = await client.chercherParTraits(ZOE)
  const nus: number[] = []
  const notres: number[] = []
  for (let n = 0; n < APPELS + ECHAUFFEMENT; n += 1) {
    const nu = await chronometrer(() => poster(simulateur.url, agent, demandeBrute ?? ''))
    const notre = await chronometrer(() => client.chercherParTraits(ZOE))
    if (n < ECHAUFFEMENT) continue
    nus.push(nu)
    notres.push(notre)
  }
  client.close()
  agent.destroy()
  await simulateur.stop()
  const [valeur, reference] = [mediane(notres), mediane(nus)]
  return {
    nom: 'appel INSi, client contre https nu',
    valeur,
    reference,
    but: 'au plus 3 ms de plus',
    atteint: valeur - reference <= 3,
    detail: `${APPELS} appels alternés, ${(valeur - reference).toFixed(2)} ms de plus`,
  }
}

function poster(url: string, agent: Agent, corps: string): Promise<void> {
  const action = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite'
  return new Promise((resolve, reject) => {
    const headers = {
      'Content-Type': `application/soap+xml; charset=utf-8; action="${action}"`,
      'Content-Length': Buffer.byteLength(corps),
    }
    const requete = request(url, { agent, method: 'POST', headers }, (reponse) => {
      reponse.resume().once('end', resolve)
    })
    requete.once('error', reject)
    requete.end(corps)
  })
}
