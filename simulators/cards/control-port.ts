import { once } from 'node:events'
import { createServer, type AddressInfo, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** Listens on loopback for orders, one a line, and answers each with one line; gives the port and the stop function. */
export async function openControlPort(
  port: number,
  answer: (ligne: string) => Promise<string>,
): Promise<{ port: number; stop: () => void }> {
  const reply = async (precedente: Promise<void>, ligne: string, socket: Socket): Promise<void> => {
    await precedente
    socket.write(`${await answer(ligne)}\n`)
  }
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy())
    let suite = Promise.resolve()
    createInterface({ input: socket }).on('line', (ligne) => {
      suite = reply(suite, ligne, socket)
    })
    server.once('close', () => socket.destroy())
  })
  server.listen(port, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    stop: () => {
      server.close()
    },
  }
}
