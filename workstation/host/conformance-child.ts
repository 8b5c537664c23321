import { conformanceRouter } from './conformance-router.ts'
import { servePipe } from './pipe.ts'
import { serveRouter } from './serve-router.ts'

/** The child process of the conformance suite: serves its pipe, and dies with it. */
await servePipe(serveRouter(conformanceRouter(), () => ({}))).closed
