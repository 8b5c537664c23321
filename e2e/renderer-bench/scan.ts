import type { Page } from 'playwright-core'

/** Types as a wedge scanner does, faster than a test driver can. */
export const scan = (page: Page, message: string): Promise<void> =>
  page.evaluate((texte) => {
    for (const key of [...texte.split(''), 'Enter']) {
      const frappe = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
      const admise = document.activeElement?.dispatchEvent(frappe) ?? false
      if (admise && key !== 'Enter') document.execCommand('insertText', false, key)
    }
  }, message)
