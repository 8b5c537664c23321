import { join } from 'node:path'
import optimizeLocales from '@react-aria/optimize-locales-plugin'
import react from '@vitejs/plugin-react'
import {
  defineConfig,
  runnerImport,
  type HtmlTagDescriptor,
  type IndexHtmlTransformContext,
  type Plugin,
} from 'vite'
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

/** Draws the first screen in the page itself, and has what brings it to life fetched along with the first script. */
function firstScreen(): Plugin {
  return {
    name: 'first-screen',
    transformIndexHtml: {
      order: 'post',
      async handler(html, { bundle = {}, chunk }) {
        const { module } = await runnerImport<typeof Prerender>(join(import.meta.dirname, 'prerender.tsx'))
        return {
          html: html.replace('<div id="ecran"></div>', `<div id="ecran">${module.prerender()}</div>`),
          tags: scriptsAfter(chunk, bundle).map(preload),
        }
      },
    },
  }
}

type Chunk = NonNullable<IndexHtmlTransformContext['chunk']>
type Bundle = NonNullable<IndexHtmlTransformContext['bundle']>

/** The files of the chunks that this one asks for when it runs, with what they import. */
function scriptsAfter(chunk: Chunk | undefined, bundle: Bundle): readonly string[] {
  const asked = chunk?.dynamicImports ?? []
  return asked.flatMap((file) => {
    const next = bundle[file]
    return next?.type === 'chunk' ? [file, ...next.imports.filter((other) => other !== chunk?.fileName)] : []
  })
}

const preload = (file: string): HtmlTagDescriptor => ({
  tag: 'link',
  attrs: { rel: 'modulepreload', crossorigin: true, href: `./${file}` },
  injectTo: 'head',
})
