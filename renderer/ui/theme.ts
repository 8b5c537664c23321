const KEY = 'guichet-theme'
const THEMES = ['systeme', 'clair', 'sombre'] as const

type Theme = (typeof THEMES)[number]

/** Restores the theme this desk last chose; the system's when none, or when the page may not remember. */
export function restoreTheme(page: Document, memory: () => Storage): void {
  show(page, recall(memory))
}

/** Goes to the next theme and says its name in French. */
export function nextTheme(page: Document, memory: () => Storage): string {
  const theme = THEMES[(THEMES.indexOf(shown(page)) + 1) % THEMES.length] ?? 'systeme'
  show(page, theme)
  try {
    memory().setItem(KEY, theme)
  } catch {
    // A page without memory keeps the theme until it is closed.
  }
  return { systeme: 'Thème du système.', clair: 'Thème clair.', sombre: 'Thème sombre.' }[theme]
}

function recall(memory: () => Storage): Theme {
  try {
    const kept = memory().getItem(KEY)
    return THEMES.find((theme) => theme === kept) ?? 'systeme'
  } catch {
    return 'systeme'
  }
}

const shown = (page: Document): Theme =>
  THEMES.find((theme) => theme === page.documentElement.dataset['theme']) ?? 'systeme'

function show(page: Document, theme: Theme): void {
  page.documentElement.dataset['theme'] = theme
}
