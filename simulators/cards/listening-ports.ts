import { readFile } from 'node:fs/promises'

/** States of a connection. Source: Linux, tcp_states.h. */
const ETABLIE = '01'
const A_FERMER = '08'
const EN_ECOUTE = '0A'

/** TCP ports something listens on. Read from the kernel: connecting to vpcd would insert a card. */
export const listeningPorts = (): Promise<ReadonlySet<number>> => portsIn((etat) => etat === EN_ECOUTE)

/** Whether a program still holds a connection it received on this port, even one whose other end is gone. */
export const holdsConnection = async (port: number): Promise<boolean> =>
  (await portsIn((etat) => etat === ETABLIE || etat === A_FERMER)).has(port)

async function portsIn(voulu: (etat: string | undefined) => boolean): Promise<ReadonlySet<number>> {
  const table = await readFile('/proc/net/tcp', 'utf8').catch(() => '')
  const lignes = table.split('\n').slice(1)
  const ports = lignes
    .map((ligne) => ligne.trim().split(/\s+/))
    .filter((champs) => voulu(champs[3]))
    .map((champs) => Number.parseInt(champs[1]?.split(':')[1] ?? '', 16))
  return new Set(ports)
}
