import { portChannel, type Port } from '#contracts/transport/port-channel.ts'
import type { ServeChannel } from './serve-router.ts'

/** Serves one window over a message port; returns what stops it. */
export const servePort = (port: Port, serve: ServeChannel): (() => void) => serve(portChannel(port))
