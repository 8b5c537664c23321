import { readFile } from 'node:fs/promises'

const EN_ECOUTE = '0A'

/** TCP ports something listens on. Read from the kernel: connecting to vpcd would insert a card. */
export async function listeningPorts(): Promise<ReadonlySet<number>> {
  const table = await readFile('/proc/net/tcp', 'utf8').catch(() => '')
  const lignes = table.split('\n').slice(1)
  const ports = lignes
    .map((ligne) => ligne.trim().split(/\s+/))
    .filter((champs) => champs[3] === EN_ECOUTE)
    .map((champs) => Number.parseInt(champs[1]?.split(':')[1] ?? '', 16))
  return new Set(ports)
}
