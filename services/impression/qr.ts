import encodeur from 'bwip-js/node'

/** Draws a text as a QR code, one string a row, `1` for a dark module. Source: ISO/IEC 18004. */
export function modulesQr(texte: string): readonly string[] {
  const [symbole] = encodeur.raw({ bcid: 'qrcode', text: texte })
  if (symbole === undefined || !('pixs' in symbole)) throw new Error('The encoder gave no matrix.')
  const { pixs, pixx } = symbole
  return Array.from({ length: pixs.length / pixx }, (_, rang) =>
    pixs
      .slice(rang * pixx, (rang + 1) * pixx)
      .map((module) => (module === 0 ? '0' : '1'))
      .join(''),
  )
}
