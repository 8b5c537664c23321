import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { jouerDemonstration } from '../bin/demo/demonstration.ts'
import { ETAPES } from '../bin/demo/etapes.ts'
import type { Controle } from '../bin/demo/etape.ts'

let sortie: string
let controles: readonly Controle[]
beforeAll(async () => {
  sortie = mkdtempSync(join(tmpdir(), 'guichet-demo-'))
  await jouerDemonstration(sortie)
  controles = (JSON.parse(readFileSync(join(sortie, 'bilan.json'), 'utf8')) as { controles: Controle[] })
    .controles
})
afterAll(() => rmSync(sortie, { recursive: true }))

describe('le geste entier, carte Vitale, INSi, étiquettes et fiche, au clavier seul', () => {
  it.each([
    'opensc-tool voit la même carte Vitale par pcscd',
    'aucun événement de pointeur',
    'aucune violation de la politique de contenu',
    'aucune requête hors de la boucle locale',
    'aucune erreur dans la fenêtre',
    'chaque appel INSi a présenté un certificat client',
    'les demandes INSi suivent le schéma du projet',
    'poste datamatrix écrit le message',
    'zxing relit datamatrix.png octet pour octet',
    'dmtxread relit datamatrix.png octet pour octet',
    'le premier mot de code est 230 (C40)',
    'la fiche imprimée porte ce même message',
    'chaque Code 128 de la planche se relit',
    'aucun DataMatrix INS sur les étiquettes',
    'poste journal verifier passe',
    'un octet changé est détecté',
    'aucune identité en clair dans le dossier de données',
  ])('%s', (nom) => {
    const controle = controles.find((un) => un.nom === nom)
    // What it saw is compared too: a control that fails then says why.
    expect(controle).toEqual({ nom, reussi: true, vu: controle?.vu })
  })

  it('les demandes INSi suivent les schémas officiels, quand ils sont sur la machine', ({ skip }) => {
    const controle = controles.find(({ nom }) => nom === 'les demandes INSi suivent les schémas officiels')
    if (controle?.reussi === null) skip(controle.vu)
    expect(controle?.reussi).toBe(true)
  })

  it('chaque contrôle fait est attendu ici', () => expect(controles.length).toBe(18))

  it('laisse une capture par étape, les deux PDF, le symbole, son message et le journal', () => {
    const fichiers = readdirSync(sortie)
    expect(fichiers.filter((nom) => /^\d\d-.*\.png$/.test(nom)).length).toBe(ETAPES.length)
    for (const nom of [
      'labels.pdf',
      'fiche.pdf',
      'datamatrix.png',
      'payload.txt',
      'journal.jsonl',
      'bilan.txt',
    ])
      expect(fichiers).toContain(nom)
  })
})
