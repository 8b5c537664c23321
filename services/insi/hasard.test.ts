import { randomUUID } from 'node:crypto'
import { expect, it, onTestFinished } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { createTirage } from '#simulators/insi/foule/tirage.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import { createClientInsi } from './client.ts'

const APPELS = 300

it('un appel sur cinq échoue au hasard : chacun est envoyé une fois, et aucun échec ne passe pour une réponse', async () => {
  const tirage = createTirage(20)
  const recus = new Map<string, number>()
  const insi = await startInsi({ maintenant: new Date(), tirage: () => tirage.nombre() })
  onTestFinished(() => insi.stop())
  await insi.setMode({ nom: 'hasard', argument: '20' })
  const client = createClientInsi(reglagesSimules(insi), { now: () => new Date(), uuid: randomUUID })
  onTestFinished(() => client.close())
  const zoe: DemandeInsi = { nomNaissance: 'ADRUN', prenom: 'ZOE', sexe: 'F', dateNaissance: '1975-12-31' }
  const issues = new Map<string, number>()
  for (let n = 0; n < APPELS; n += 1) {
    const { resultat, messageId } = await client.chercherParTraits(zoe)
    const issue = resultat.ok ? resultat.value.codeCR : resultat.error.code
    issues.set(issue, (issues.get(issue) ?? 0) + 1)
    recus.set(messageId, insi.requetes.filter(({ xml }) => xml.includes(messageId)).length)
  }
  expect(new Set(recus.values())).toEqual(new Set([1]))
  expect([...issues.keys()].toSorted()).toEqual([
    '00',
    'insi/indisponible',
    'insi/injoignable',
    'insi/reponse-non-conforme',
  ])
  const echecs = APPELS - (issues.get('00') ?? 0)
  expect(echecs).toBeGreaterThan(APPELS * 0.15)
  expect(echecs).toBeLessThan(APPELS * 0.25)
})
