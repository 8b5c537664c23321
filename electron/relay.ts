import type { IpcMain, IpcMainEvent, MessageChannelMain } from 'electron'
import type { Channel } from '#contracts/transport/channel.ts'
import { joinChannels } from '#contracts/transport/join-channels.ts'
import { portChannel } from '#contracts/transport/port-channel.ts'
import { isAppUrl } from './policy.ts'

/** Names used between the preload and the shell; the preload repeats them, because it may import only Electron. */
export const CONNECT = 'guichet:connect'
export const PORT = 'guichet:port'

export interface RelaySources {
  readonly ipc: Pick<IpcMain, 'on' | 'off'>
  readonly createPorts: () => MessageChannelMain
  /** A channel to the workstation, or null while it is out of reach. */
  readonly openChannel: () => Channel | null
}

/** Joins each window that asks for it to the workstation, without reading what passes; returns what stops it. */
export function startRelay({ ipc, createPorts, openChannel }: RelaySources): () => void {
  const stops = new Set<() => void>()
  const connect = (event: IpcMainEvent, reply: unknown): void => {
    const frame = event.senderFrame
    if (frame === null || !isTrusted(event) || typeof reply !== 'string') return
    const channel = openChannel()
    // A reply without a port tells the page to try again later, at its own pace.
    if (channel === null) return frame.postMessage(PORT, reply)
    const { port1, port2 } = createPorts()
    const stop = joinChannels(portChannel(port1), channel)
    stops.add(stop)
    channel.receive({ message: () => undefined, close: () => stops.delete(stop) })
    frame.postMessage(PORT, reply, [port2])
  }
  ipc.on(CONNECT, connect)
  return () => {
    ipc.off(CONNECT, connect)
    for (const stop of stops) stop()
  }
}

/** Only the top frame of a page of ours may speak to the shell (item 17). */
const isTrusted = ({ senderFrame, sender }: IpcMainEvent): boolean =>
  senderFrame !== null && senderFrame === sender.mainFrame && isAppUrl(senderFrame.url)
