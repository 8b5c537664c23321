import { join } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import { defineConfig, runnerImport, type Plugin } from 'vite'
import type * as Prerender from './prerender.tsx'

/** The screens, as files that a strict content policy lets through: no inline script, no data: address, French only. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react(), { ...optimizeLocales.vite({ locales: ['fr-FR'] }), enforce: 'pre' }, firstScreen()],
  build: {
    outDir: join(import.meta.dirname, '../dist/renderer'),
    emptyOutDir: true,
    target: 'chrome150',
    assetsInlineLimit: 0,
    modulePreload: false,
    // Rendering the first screen is what takes the time of this build.
    rolldownOptions: { checks: { pluginTimings: false } },
  },
})

/** Draws the first screen in the page itself: it is there before any script, and comes to life afterwards. */
function firstScreen(): Plugin {
  return {
    name: 'first-screen',
    transformIndexHtml: {
      order: 'post',
      async handler(html) {
        const { module } = await runnerImport<typeof Prerender>(join(import.meta.dirname, 'prerender.tsx'))
        return styleFirst(html).replace(
          '<div id="ecran"></div>',
          `<div id="ecran">${module.prerender()}</div>`,
        )
      },
    },
  }
}

/** The style is all the first screen waits for: asked for before the script, it comes on the connection that brought the page. */
function styleFirst(html: string): string {
  const [style = ''] = /<link rel="stylesheet"[^>]*>/.exec(html) ?? []
  return html.replace(style, '').replace('<script', `${style}\n    <script`)
}
