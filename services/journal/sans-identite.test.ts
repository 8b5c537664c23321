import { existsSync, readFileSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { MARQUES, parcoursExemple } from '../coffre/admission-exemple.ts'
import { coffreEssai } from '../coffre/sqlite/coffre-essai.ts'
import { journalEssai } from './journal-essai.ts'

const coffreTeste = coffreEssai()
const journalTeste = journalEssai()
afterEach(async () => {
  await coffreTeste.detruire()
  journalTeste.detruire()
})

it('une admission entière ne laisse ni nom, ni date, ni matricule en clair : journal, coffre, WAL', async () => {
  const coffre = await coffreTeste.ouvrir()
  const journal = journalTeste.ouvrir()
  const { etats, actes } = parcoursExemple('3f2b1c5a-52aa-4111-8111-111111111111')
  for (const etat of etats) await coffre.admissions.enregistrer(etat)
  for (const acte of actes) {
    const admission = etats[0]?.id ?? ''
    await coffre.ancrage.poser(journal.ecrire({ agent: 'agent-1', admission, acte }))
  }
  journal.close()

  const fichiers = ['', '-wal', '-shm', '-journal']
    .map((suite) => coffreTeste.file + suite)
    .filter(existsSync)
  expect(fichiers.length).toBeGreaterThan(1)
  const secrets = [
    MARQUES.nom,
    'XANTHIPPE',
    'WILHELMINE',
    '1999-12-31',
    '31/12/1999',
    MARQUES.nir.slice(0, 13),
  ]
  const trouves = [journalTeste.file, ...fichiers].flatMap((fichier) => {
    const octets = readFileSync(fichier)
    return [...secrets, ...secrets.map((secret) => secret.toLowerCase())].filter((secret) =>
      [Buffer.from(secret), Buffer.from(secret, 'utf16le')].some((forme) => octets.includes(forme)),
    )
  })
  expect(trouves).toEqual([])
  expect(actes.length).toBeGreaterThan(12)
  expect(journalTeste.octets().includes('insi-acceptee')).toBe(true)
})
