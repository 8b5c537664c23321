import { resolve } from 'node:path'
import { z } from 'zod'
import type { MandataireInsi } from '#services/insi/config.ts'
import { lirePac } from '#services/insi/mandataire/lire-pac.ts'
import type { Environnement } from './environnement.ts'

const identifiant = z.string().min(1).max(100).exactOptional()

/** The proxy by which INSi is reached: its address and what goes without it, or a PAC script, by its file or its address. */
export const mandataire = z.union([
  z.strictObject({
    url: z.string().min(1),
    exclusions: z.array(z.string().min(1).max(255)).max(100).exactOptional(),
    identifiant,
  }),
  z.strictObject({ pac: z.string().min(1), identifiant }),
])

type FichierMandataire = z.infer<typeof mandataire>

/**
 * The proxy of this workstation. The environment may give its address (GUICHET_INSI_PROXY), which then goes for every host, and alone gives
 * its password (GUICHET_INSI_PROXY_PASSWORD).
 */
export function lireMandataire(
  dossier: string,
  lue: FichierMandataire | undefined,
  env: Environnement,
): MandataireInsi | null {
  const impose = env['GUICHET_INSI_PROXY']
  const motDePasse = env['GUICHET_INSI_PROXY_PASSWORD'] ?? ''
  const compte = lue?.identifiant
  const identifiants = compte === undefined ? null : { identifiant: compte, motDePasse }
  if (impose) return { forme: 'adresse', url: impose, exclusions: [], identifiants }
  if (!lue) return null
  if ('url' in lue) return { forme: 'adresse', url: lue.url, exclusions: lue.exclusions ?? [], identifiants }
  const adresse = adresseDe(dossier, lue.pac)
  return { forme: 'pac', adresse, script: lirePac(adresse), identifiants }
}

const adresseDe = (dossier: string, pac: string): string =>
  /^https?:/i.test(pac) ? pac : resolve(dossier, pac)
