/** A QR code, one string a row, beside the text it says, with the quiet zone it needs to be read. Source: ISO/IEC 18004. */
export function QrCode({ rows }: { readonly rows: readonly string[] }) {
  const cote = rows.length + 2 * MARGE
  const chemin = rows
    .flatMap((row, y) =>
      Array.from(row, (module, x) => (module === '1' ? `M${x + MARGE} ${y + MARGE}h1v1h-1z` : '')),
    )
    .join('')
  return (
    <svg className="code-qr" viewBox={`0 0 ${cote} ${cote}`} aria-hidden="true">
      <path d={`M0 0h${cote}v${cote}h-${cote}z`} fill="#fff" />
      <path d={chemin} fill="#000" />
    </svg>
  )
}

const MARGE = 4
