import { execFileSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { SAISIE_VIDE, type ChampSaisi } from '#domain/admission/admission.ts'
import type { ContexteNotice } from '#domain/notice/contenu-notice.ts'
import { NOTICES_PAR_DEFAUT } from '#domain/notice/reglages-notice.ts'
import { creerImpression, type Impression } from './impression.ts'
import type { DemandeNotice } from './notice.ts'

/** Needs pdftotext (poppler-utils); its absence fails the tests. */
const texteDe = (pdf: Uint8Array): string => lancer('pdftotext', ['-layout', '-', '-'], pdf)

const lancer = (outil: string, options: readonly string[], input: Uint8Array): string =>
  execFileSync(outil, options, { input }).toString('utf8')

const champ = (valeur: string): ChampSaisi => ({ brut: valeur, valeur, refus: null, provenance: 'SM' })

const CONTEXTE: ContexteNotice = {
  saisie: {
    ...SAISIE_VIDE,
    nomNaissance: champ('PAT-TROIS'),
    prenomsNaissance: champ('DOMINIQUE MARIE-LOUISE'),
    dateNaissance: champ('1979-03-28'),
    lieuNaissance: champ('63220'),
  },
  reglages: { ...NOTICES_PAR_DEFAUT, etablissement: 'Centre hospitalier de Démonstration' },
  lot: '20261122-A1B2C3',
  emisLe: '2026-11-22T09:15',
  environnement: 'production',
  lieuNaissance: 'Montel-de-Gelat',
}

let impression = {} as Impression
beforeAll(async () => {
  impression = await creerImpression()
})

async function rendre(demande: Partial<DemandeNotice>) {
  const rendu = await impression.notice({
    faits: { notice: 'insee', differents: ['dateNaissance', 'lieuNaissance'] },
    contexte: CONTEXTE,
    depliant: null,
    ...demande,
  })
  if (!rendu.ok) throw new Error(rendu.error.code)
  const dossier = process.env['IMAGES']
  if (dossier) {
    mkdirSync(dossier, { recursive: true })
    const { notice } = demande.faits ?? { notice: 'insee' }
    writeFileSync(join(dossier, `notice-${notice}.pdf`), rendu.value.pdf)
  }
  return rendu.value
}

async function depliant(pages: number, [largeur, hauteur] = [595, 842]): Promise<Uint8Array> {
  const document = await PDFDocument.create()
  for (let rang = 0; rang < pages; rang += 1)
    document.addPage([largeur, hauteur]).drawText(`Page du site ${rang + 1}`)
  return document.save()
}

describe('DX-11 : la notice imprimée', () => {
  it('son texte se lit et se cherche, accents compris, et rien n’en déborde', async () => {
    const { pdf, pages, complet } = await rendre({})
    const texte = texteDe(pdf).replace(/\s+/g, ' ')
    expect({ pages, complet }).toEqual({ pages: 1, complet: true })
    expect(
      [
        'Centre hospitalier de Démonstration',
        'Le 22/11/2026',
        'Votre état civil est à vérifier auprès de l’Insee',
        'Notice remise à : PAT-TROIS DOMINIQUE MARIE-LOUISE',
        '• Votre date de naissance. Nous avons lu : 28/03/1979',
        '• Votre lieu de naissance. Nous avons lu : Montel-de-Gelat',
        'Vous seul pouvez faire cette demande.',
        'Référence : 20261122-A1B2C3',
      ].filter((phrase) => !texte.includes(phrase)),
    ).toEqual([])
  })

  it('ne porte ni matricule, ni OID, ni NIR, ni IPP', async () => {
    for (const notice of ['insee', 'piece'] as const) {
      const { pdf } = await rendre({ faits: { notice, differents: ['nomNaissance', 'sexe'] } })
      const texte = texteDe(pdf)
      expect(
        [...texte.matchAll(/(?:\d[ ]?){9,}|1\.2\.250[\d.]*|[Mm]atricule|\bIPP|\bNIR/g)].map(
          ([trouve]) => trouve,
        ),
      ).toEqual([])
    }
  })

  it.each(['Œ', 'Ğ'])('un nom qui porte « %s » s’imprime ou se refuse, jamais de travers', async (lettre) => {
    const saisie = { ...CONTEXTE.saisie, nomNaissance: champ(`${lettre}UVRE`) }
    const rendu = await impression.notice({
      faits: { notice: 'insee', differents: [] },
      contexte: { ...CONTEXTE, saisie },
      depliant: null,
    })
    expect(rendu.ok ? texteDe(rendu.value.pdf).includes(`${lettre}UVRE`) : rendu.error.code).toSatisfy(
      (issue) => issue === true || issue === 'impression/caractere',
    )
  })
})

describe('DX-14 : le dépliant que l’établissement fournit', () => {
  it('ses pages suivent la notice', async () => {
    const rendu = await rendre({ depliant: await depliant(2) })
    expect([rendu.depliant, rendu.pages]).toEqual(['joint', 3])
    expect(texteDe(rendu.pdf)).toMatch(/Votre état civil[\s\S]*Page du site 1[\s\S]*Page du site 2/)
  })

  it.each([
    ['qui n’est pas un PDF', async () => new TextEncoder().encode('ceci n’est pas un PDF')],
    ['vide', async () => new Uint8Array()],
    ['tronqué', async () => (await depliant(1)).slice(0, 200)],
    ['de plus de deux mégaoctets', async () => new Uint8Array(2_000_001)],
    ['de cinq pages', () => depliant(5)],
    ['plus grand qu’une page A4', () => depliant(1, [842, 1191])],
  ])('un dépliant %s n’est pas joint, et la notice sort', async (_cas, fabriquer) => {
    const rendu = await rendre({ depliant: await fabriquer() })
    expect([rendu.depliant, rendu.pages]).toEqual(['refuse', 1])
  })
})
