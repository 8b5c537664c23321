import { empreinteErreur, type EmpreinteErreur } from './empreinte-erreur.ts'

/** Exit code of a workstation that met a bug; the shell starts it again. Source: sysexits.h, EX_SOFTWARE. */
export const CODE_INCIDENT = 70

/**
 * Ends the program on the first bug nobody caught, without its message, which may quote a patient: one JSON line on stderr
 * says its class and places. Node alone would print message, values and source line.
 */
export function garderIncidents(): void {
  process.once('uncaughtException', (cause) => {
    process.stderr.write(`${JSON.stringify({ code: 'poste/incident', ...empreinteErreur(cause) })}\n`, () =>
      process.exit(CODE_INCIDENT),
    )
  })
}

/** Tells of the bug just before the program ends; returns what stops it. */
export function surIncident(noter: (empreinte: EmpreinteErreur) => void): () => void {
  const entendre = (cause: unknown): void => {
    try {
      noter(empreinteErreur(cause))
    } catch {
      // A journal that fails in its turn must not hide the bug, nor keep the program alive.
    }
  }
  process.on('uncaughtExceptionMonitor', entendre)
  return () => void process.off('uncaughtExceptionMonitor', entendre)
}
