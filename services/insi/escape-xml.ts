const ENTITES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
  // A parser turns a bare CR into LF; the reference survives.
  '\r': '&#13;',
}

/** Whether every character may stand in XML 1.0: no control character, no lone surrogate. Source: XML 1.0, production 2. */
export const isXmlText = (text: string): boolean =>
  /^[\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]*$/u.test(text)

/** Writes a text as XML character data; a character XML forbids is a bug of the caller and throws. */
export function escapeXml(text: string): string {
  if (!isXmlText(text)) throw new RangeError('text holds a character XML 1.0 forbids')
  return text.replace(/[&<>"'\r]/g, (character) => ENTITES[character] ?? character)
}
