const TYPES: ReadonlyMap<string, string> = new Map([
  ['html', 'text/html; charset=utf-8'],
  ['js', 'text/javascript; charset=utf-8'],
  ['css', 'text/css; charset=utf-8'],
  ['svg', 'image/svg+xml'],
  ['png', 'image/png'],
  ['ico', 'image/x-icon'],
  ['woff2', 'font/woff2'],
  ['ttf', 'font/ttf'],
])

/** A file of the built screens: its path under their folder, with forward slashes, and its media type. */
export interface PageFile {
  readonly path: string
  readonly type: string
}

/**
 * The file a URL path designates, or null when it designates none that may be served. Nothing is decoded: plain names only,
 * so that neither `..`, nor a hidden file, nor a drive, nor an encoded separator can lead out of the folder.
 */
export function pageFileOf(pathname: string): PageFile | null {
  const path = pathname === '/' ? 'index.html' : pathname.slice(1)
  const type = TYPES.get(path.slice(path.lastIndexOf('.') + 1))
  const plain = path.split('/').every((name) => /^[A-Za-z0-9_-][A-Za-z0-9_.-]*$/.test(name))
  return pathname.startsWith('/') && plain && type !== undefined ? { path, type } : null
}
