import { join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const racine = join(import.meta.dirname, '..')

/** Native code and WebAssembly are found beside themselves: they stay in their packages. */
const A_PART = [
  'koffi',
  'better-sqlite3-multiple-ciphers',
  'zxing-wasm',
  '@jitl/quickjs-wasmfile-release-sync',
]

/**
 * The workstation and its card process in a few files of plain JavaScript: what is started at each opening has nothing left to look
 * for. Kept readable: the journal names the place of a bug by file and line.
 */
export default defineConfig({
  root: racine,
  publicDir: false,
  plugins: [partsOfNode()],
  ssr: { noExternal: true, external: A_PART },
  build: {
    ssr: true,
    outDir: join(racine, 'dist/workstation'),
    emptyOutDir: true,
    target: 'node24',
    rolldownOptions: {
      input: {
        main: join(import.meta.dirname, 'main.ts'),
        child: join(racine, 'native-bridge/proc/child.ts'),
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
})

/**
 * A part of Node imported by name reads all that part exports, and what comes on demand with it: a whole HTTP client, web cryptography.
 * What is built takes only what it uses, which spares 90 ms of each opening.
 */
function partsOfNode(): Plugin {
  return {
    name: 'parts-of-node',
    renderChunk: (code) =>
      code.replace(
        /^import \{ ([^}]+) \} from ("node:[^"]+");$/gm,
        (_, names: string, part: string) =>
          `const { ${names.replaceAll(' as ', ': ')} } = globalThis.process.getBuiltinModule(${part});`,
      ),
  }
}
