import { serveRouter, type ServeChannel } from '../host/serve-router.ts'
import type { Poste } from '../poste.ts'
import { creerRouteur } from './routeur.ts'

/** Answers on each channel the calls of the contract, by the parts of one workstation. */
export const servirAppels = (poste: Poste): ServeChannel => serveRouter(creerRouteur(poste), () => ({}))
