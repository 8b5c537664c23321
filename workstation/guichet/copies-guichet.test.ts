import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Role } from '#domain/droits/role.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { jpegExemple } from '#services/pieces/images-exemple.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'
import type { PortsGuichet } from './ports-guichet.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let guichet: Guichet
let faits: string[]
let admission: string

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  faits = []
})
afterEach(async () => {
  await guichet.fermer()
  await essai.detruire()
})

/** A desk on the real store of copies, whose readings are noted among the lines of the journal. */
async function servir(role: Role): Promise<void> {
  const { habilitation } = CADRE_PAR_DEFAUT
  const cadre: Cadre = { ...CADRE_PAR_DEFAUT, habilitation: { ...habilitation, role } }
  const ports = portsEssai({ ...essai, coffre, noter: (fait) => faits.push(fait) })
  guichet = await creerGuichet({ ...ports, cadre, copies: noterLectures(ports.copies) })
}

function noterLectures(magasin: PortsGuichet['copies']): PortsGuichet['copies'] {
  return {
    ...magasin,
    lire: (id) => {
      faits.push('lue')
      return magasin.lire(id)
    },
  }
}

async function controler(): Promise<void> {
  admission = valeur(await guichet.ouvrir()).id
  for (const [trait, brut] of [
    ['nomNaissance', 'Martin'],
    ['prenomsNaissance', 'Anne'],
    ['sexe', 'F'],
    ['dateNaissance', '12041987'],
    ['lieuNaissance', '29019'],
  ] as const)
    valeur(await guichet.agir(admission, { type: 'trait-saisi', trait, brut }))
  valeur(
    await guichet.agir(admission, { type: 'piece-enregistree', piece: { type: 'CN', date: '2026-11-22' } }),
  )
  faits = []
}

const fichiers = (): readonly string[] =>
  readdirSync(dirname(essai.file)).includes('copies') ? readdirSync(join(dirname(essai.file), 'copies')) : []

describe('DMN INS 46 : les copies au guichet', () => {
  it('le référent joint puis voit : la ligne est au journal avant que l’image soit lue', async () => {
    await servir('referent')
    await controler()
    expect(valeur(await guichet.copies.joindre(admission, jpegExemple())).pagesCopie).toBe(1)
    const page = valeur(await guichet.copies.voir(admission, 0, 'ecart-insi'))
    expect(Buffer.from(page.octets)).toEqual(jpegExemple())
    expect(faits).toEqual(['copie-jointe', 'copie-consultee', 'lue'])
  })

  it('l’agent joint et ne voit pas : refusé, journalisé, rien n’est lu', async () => {
    await servir('agent')
    await controler()
    valeur(await guichet.copies.joindre(admission, jpegExemple()))
    expect(await guichet.copies.voir(admission, 0, 'anomalie')).toEqual(
      echec(refuser('droits/voir-pieces/referent')),
    )
    expect(faits).toEqual(['copie-jointe', 'acte-refuse copie-consultee droits/voir-pieces/referent'])
  })

  it('sans pièce enregistrée : refusé avant d’écrire, et l’image reçue est effacée', async () => {
    await servir('agent')
    const octets = jpegExemple()
    const { id } = valeur(await guichet.ouvrir())
    expect(await guichet.copies.joindre(id, octets)).toEqual(echec(refuser('copie/sans-piece')))
    expect([octets.every((octet) => octet === 0), fichiers()]).toEqual([true, []])
  })

  it('pour le patient précédent : ni jointe, ni vue', async () => {
    await servir('referent')
    await controler()
    valeur(await guichet.copies.joindre(admission, jpegExemple()))
    valeur(await guichet.agir(admission, { type: 'close' }))
    valeur(await guichet.ouvrir())
    faits = []
    const absente = echec(refuser('admission/absente'))
    expect(await guichet.copies.voir(admission, 0, 'anomalie')).toEqual(absente)
    expect(await guichet.copies.joindre(admission, jpegExemple())).toEqual(absente)
    expect([faits, fichiers().length]).toEqual([[], 1])
  })

  it('la pièce est retirée : la clé et le fichier disparaissent, l’admission n’a plus de copie', async () => {
    await servir('referent')
    await controler()
    valeur(await guichet.copies.joindre(admission, jpegExemple()))
    expect(valeur(await guichet.agir(admission, { type: 'piece-retiree' })).pagesCopie).toBe(0)
    expect([await coffre.copies.toutes(), fichiers()]).toEqual([[], []])
    expect(faits.slice(1)).toEqual(['piece-retiree', 'copies-effacees', 'statut-change'])
  })
})
