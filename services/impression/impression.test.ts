import fc from 'fast-check'
import { PDFDocument } from 'pdf-lib'
import { beforeAll, describe, expect, it } from 'vitest'
import { contenuEtiquette } from '#domain/etiquette/contenu-etiquette.ts'
import { contenuFiche } from '#domain/etiquette/contenu-fiche.ts'
import { mettreEnPageEtiquette } from '#domain/etiquette/mise-en-page-etiquette.ts'
import { FEUILLE_A4, mettreEnPageFiche } from '#domain/etiquette/mise-en-page-fiche.ts'
import type { MiseEnPage } from '#domain/etiquette/mise-en-page.ts'
import { PLANCHE_24 } from '#domain/etiquette/planche-24.ts'
import { verifierPage } from '#domain/etiquette/verifier-page.ts'
import { CONTEXTE, identiteQualifiee, PATIENT_ANS, PROVISOIRE } from './exemples-de-test.ts'
import { creerImpression, type Impression } from './impression.ts'
import { chargerPolices, type Polices } from './polices.ts'
import { chargerRelecteur, type Relecteur } from './relecture.ts'
import { codesSejour, symboleIns } from './symboles.ts'

let [impression, polices, relecteur] = [{} as Impression, {} as Polices, {} as Relecteur]
beforeAll(async () => {
  impression = await creerImpression()
  polices = await chargerPolices()
  relecteur = await chargerRelecteur()
})

/** Words of a page, lines of one text joined as they were cut. */
const mots = (page: MiseEnPage): string =>
  page.primitives
    .flatMap((primitive) => (primitive.genre === 'texte' ? [primitive.texte] : []))
    .join(' ')
    .replaceAll('- ', '-')

describe('500 identités générées, noms de 1 à 100 caractères', () => {
  it('le DataMatrix de chacune se relit à l’octet près, en-tête en C40', async () => {
    await fc.assert(
      fc.asyncProperty(identiteQualifiee, async (identite) => {
        expect((await symboleIns(identite, relecteur)).ok).toBe(true)
      }),
      { numRuns: 500, seed: 20_261_122 },
    )
  })

  it('étiquette et fiche tiennent, le nom entier ou marqué incomplet, en production comme en simulation', async () => {
    const codes = await codesSejour(CONTEXTE, relecteur)
    const symbole = await symboleIns(PATIENT_ANS, relecteur)
    if (!codes.ok || !symbole.ok) throw new Error('codes')
    fc.assert(
      fc.property(
        identiteQualifiee,
        fc.constantFrom('production', 'simulation'),
        (identite, environnement) => {
          const contexte = { ...CONTEXTE, environnement }
          const { typographie } = polices
          const etiquette = mettreEnPageEtiquette(
            contenuEtiquette(identite, contexte),
            codes.value,
            typographie,
          )
          const fiche = mettreEnPageFiche(
            contenuFiche(identite, contexte),
            { ...codes.value, ins: symbole.value },
            typographie,
          )
          expect(verifierPage(etiquette.primitives, PLANCHE_24.etiquette, typographie)).toEqual([])
          expect(verifierPage(fiche.primitives, FEUILLE_A4, typographie)).toEqual([])
          const nom = identite.traits.nomNaissance.replaceAll('- ', '-')
          const entier = mots(etiquette).startsWith(nom)
          expect(entier || /NOM (?:ET PRÉNOM )?INCOMPLETS? – VOIR DOSSIER/.test(mots(etiquette))).toBe(true)
          expect(mots(fiche).includes(nom) || !fiche.complet).toBe(true)
        },
      ),
      { numRuns: 500, seed: 20_261_122 },
    )
  })
})

describe('documents', () => {
  it('une planche de 24, deux feuilles à partir de la vingtième place', async () => {
    const demande = { identite: PATIENT_ANS, contexte: CONTEXTE }
    const une = await impression.etiquettes({ ...demande, nombre: 24, premiere: 1 })
    const deux = await impression.etiquettes({ ...demande, nombre: 24, premiere: 20 })
    expect([une, deux].map((lot) => lot.ok && [lot.value.pages, lot.value.complet])).toEqual([
      [1, true],
      [2, true],
    ])
  })

  it.each([
    [0, 1],
    [241, 1],
    [24, 25],
    [1.5, 1],
    [24, Number.NaN],
  ])('%d étiquettes à partir de la place %d : demande impossible', async (nombre, premiere) => {
    const demande = impression.etiquettes({ identite: PATIENT_ANS, contexte: CONTEXTE, nombre, premiere })
    await expect(demande).rejects.toThrow(RangeError)
  })

  it('métadonnées neutres, et le même PDF pour la même demande', async () => {
    const fiche = await impression.fiche({ identite: PATIENT_ANS, contexte: CONTEXTE })
    const encore = await impression.fiche({ identite: PATIENT_ANS, contexte: CONTEXTE })
    if (!fiche.ok || !encore.ok) throw new Error('fiche')
    const pdf = await PDFDocument.load(fiche.value.pdf, { updateMetadata: false })
    expect([
      pdf.getTitle(),
      pdf.getAuthor(),
      pdf.getSubject(),
      pdf.getProducer(),
      pdf.getCreationDate(),
    ]).toEqual(['Fiche d’admission', undefined, undefined, 'Guichet INS', new Date(0)])
    expect(Buffer.from(fiche.value.pdf).equals(encore.value.pdf)).toBe(true)
  })

  it.each([
    ['un caractère sans glyphe', { agent: 'М. Мартин' }, { code: 'impression/caractere' }],
    ['un IPP vide', { ipp: '' }, { code: 'impression/identifiant' }],
    ['un IPP trop long pour une étiquette', { ipp: 'X'.repeat(30) }, { code: 'impression/mise-en-page' }],
  ])('%s est refusé, rien ne s’imprime', async (_cas, changement, refus) => {
    const contexte = { ...CONTEXTE, ...changement }
    const rendu = await impression.etiquettes({ identite: PATIENT_ANS, contexte, nombre: 1, premiere: 1 })
    expect(rendu.ok ? rendu : rendu.error.code).toEqual(refus.code)
  })

  it('EXI SI 08 : la fiche d’une identité non qualifiée ne porte ni matricule ni DataMatrix', async () => {
    const contenu = contenuFiche(PROVISOIRE, CONTEXTE)
    const codes = await codesSejour(CONTEXTE, relecteur)
    if (!codes.ok) throw new Error('codes')
    const page = mettreEnPageFiche(contenu, { ...codes.value, ins: null }, polices.typographie)
    expect(page.primitives.filter(({ genre }) => genre === 'matrice')).toEqual([])
    expect(mots(page)).not.toMatch(/2 79 03|1\.2\.250|INS à scanner/)
  })
})
