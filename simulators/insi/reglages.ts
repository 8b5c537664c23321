import type { Pki } from './pki.ts'
import { ETABLISSEMENT_FICTIF } from './server.ts'

interface Abordable {
  readonly url: string
  readonly pki: Pick<Pki, 'racine'> & { readonly clients: Pick<Pki['clients'], 'manu'> }
}

/** The settings of a desk that calls this simulator: what an establishment would be given, all of it fictitious. */
export const reglagesSimules = ({ url, pki }: Abordable) =>
  ({
    environnement: 'simulation',
    url,
    autorites: pki.racine,
    certificat: { forme: 'pem', ...pki.clients.manu },
    idam: ETABLISSEMENT_FICTIF.idam,
    emetteur: ETABLISSEMENT_FICTIF.emetteur,
    instance: '0b819c7c-f7b4-4e4b-a220-18430a2c0ef7',
    nomLogiciel: 'guichet-ins',
    versionLogiciel: '0.1.0',
  }) as const
