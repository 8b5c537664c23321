import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** Builds the shell and its preload, each as one file that asks only for Electron and Node. */
export default defineConfig({
  root: import.meta.dirname,
  build: {
    outDir: '../dist/electron',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    lib: { entry: ['main.ts', 'preload.ts'], formats: ['cjs'], fileName: (_format, name) => `${name}.cjs` },
    rolldownOptions: { external: ['electron', /^node:/, ...builtinModules] },
  },
})
