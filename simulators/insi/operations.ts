import type { Espace } from './xml.ts'

/** One operation of the service: its action, and the only child of Body that goes with it. Source: WSDL DESIR ICIR 1.5.0. */
export interface Operation {
  readonly nom: 'traits' | 'carte'
  readonly action: string
  readonly espace: Espace
  readonly corps: string
}

const OPERATIONS: readonly Operation[] = [
  {
    nom: 'traits',
    action: 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite',
    espace: 'recsans',
    corps: 'RECSANSVITALE',
  },
  {
    nom: 'carte',
    action: 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale',
    espace: 'recvit',
    corps: 'RECVITALE',
  },
]

/** The operation a content type announces. */
export const operationDe = (contentType: string): Operation | undefined =>
  /^application\/soap\+xml\s*;/i.test(contentType)
    ? OPERATIONS.find(({ action }) => contentType.includes(`action="${action}"`))
    : undefined
