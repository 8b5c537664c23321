import { existsSync, readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { racine } from '../montage/racine.ts'
import type { Controle } from './etape.ts'

xmlRegisterFsInputProviders()

/** Where the official INSi schemas may be; they are not part of the product. */
const OFFICIELS = process.env['GUICHET_REFERENCE'] ?? racine('../shared/reference')

const PARTIES = [
  ['RECSANSVITALE', 'ServiceIdentiteCertifiee/INSi_RECSANS_INS.xsd'],
  ['ctxbam:ContexteBAM', 'CTX/ROOT_ctxbam_CTXBAM_V01_02.xsd'],
  ['ctxlps:ContexteLPS', 'CTX/ROOT_ctxlps_CTXLPS_V01_00.xsd'],
] as const

/** Checks every request sent against the project's schema, and against the official ones when they are at hand. */
export function controlerSchemas(requetes: readonly string[]): readonly Controle[] {
  const projet = requetes.flatMap((xml) => fautes(xml, racine('services/insi/schema/enveloppe.xsd')))
  const notre: Controle = {
    nom: 'les demandes INSi suivent le schéma du projet',
    reussi: requetes.length > 0 && projet.length === 0,
    vu: `${requetes.length} demandes, ${projet.length} faute(s)`,
  }
  if (!existsSync(`${OFFICIELS}/wsdl/xsd`))
    return [
      notre,
      {
        nom: 'les demandes INSi suivent les schémas officiels',
        reussi: null,
        vu: 'schémas officiels absents de cette machine',
      },
    ]
  const officielles = requetes.flatMap((xml) =>
    PARTIES.flatMap(([element, xsd]) => fautes(partie(xml, element), `${OFFICIELS}/wsdl/xsd/${xsd}`)),
  )
  return [
    notre,
    {
      nom: 'les demandes INSi suivent les schémas officiels',
      reussi: officielles.length === 0,
      vu: `${requetes.length * PARTIES.length} parties, ${officielles.length} faute(s)`,
    },
  ]
}

const partie = (xml: string, element: string): string =>
  new RegExp(`<(${element})[ >].*</\\1>`, 's').exec(xml)?.[0] ?? '<absent/>'

function fautes(xml: string, xsd: string): readonly string[] {
  using schema = XmlDocument.fromBuffer(readFileSync(xsd), { url: pathToFileURL(xsd).href })
  using validateur = XsdValidator.fromDoc(schema)
  using document = XmlDocument.fromString(xml)
  try {
    validateur.validate(document)
    return []
  } catch (erreur) {
    return [String(erreur)]
  }
}
