import { readFile } from 'node:fs/promises'
import fontkit from '@pdf-lib/fontkit'
import type { Police, Typographie } from '#domain/etiquette/typographie.ts'
import { POINT } from '#domain/etiquette/typographie.ts'

/** The four faces, read once: what the layout measures and what the PDF embeds are the same files. */
export interface Polices {
  readonly typographie: Typographie
  readonly octets: Readonly<Record<Police, Uint8Array>>
}

const FICHIERS: Readonly<Record<Police, string>> = {
  normale: 'Roboto-Regular.ttf',
  grasse: 'Roboto-Bold.ttf',
  etroite: 'RobotoCondensed-Regular.ttf',
  'etroite-grasse': 'RobotoCondensed-Bold.ttf',
}

const DOSSIER = new URL('../../assets/fonts/', import.meta.url)

/** Reads the faces from the fonts of the product, or from another folder. */
export async function chargerPolices(dossier: URL = DOSSIER): Promise<Polices> {
  const lire = (police: Police) => readFile(new URL(FICHIERS[police], dossier))
  const octets = {
    normale: await lire('normale'),
    grasse: await lire('grasse'),
    etroite: await lire('etroite'),
    'etroite-grasse': await lire('etroite-grasse'),
  }
  return { typographie: creerTypographie(octets), octets }
}

function creerTypographie(octets: Polices['octets']): Typographie {
  const faces = {
    normale: mesurer(octets.normale),
    grasse: mesurer(octets.grasse),
    etroite: mesurer(octets.etroite),
    'etroite-grasse': mesurer(octets['etroite-grasse']),
  }
  return {
    largeur: (texte, police, corps) =>
      Array.from(texte).reduce((somme, lettre) => somme + (faces[police](lettre) ?? 0), 0) * corps * POINT,
    connait: (texte, police) => Array.from(texte).every((lettre) => faces[police](lettre) !== undefined),
  }
}

/** Advance width of a character in ems, remembered; undefined when the face has no glyph for it. */
function mesurer(octets: Uint8Array): (lettre: string) => number | undefined {
  const face = fontkit.create(octets)
  const chasses = new Map<string, number | undefined>()
  return (lettre) => {
    if (!chasses.has(lettre)) {
      const point = lettre.codePointAt(0) ?? 0
      const chasse = face.glyphForCodePoint(point).advanceWidth / face.unitsPerEm
      chasses.set(lettre, face.hasGlyphForCodePoint(point) ? chasse : undefined)
    }
    return chasses.get(lettre)
  }
}
