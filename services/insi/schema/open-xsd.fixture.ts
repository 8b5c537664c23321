import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'

xmlRegisterFsInputProviders()

/** Compiles a schema once; the validator gives the faults of a document, none when it is valid. */
export function openXsd(url: URL): (xml: string) => readonly string[] {
  const schema = XmlDocument.fromBuffer(readFileSync(url), { url: url.href })
  const validator = XsdValidator.fromDoc(schema)
  schema.dispose()
  return (xml) => {
    using document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } catch (erreur) {
      return [String(erreur)]
    }
  }
}

const REFERENCE =
  process.env['GUICHET_REFERENCE'] ?? new URL('../../../../shared/reference', import.meta.url).pathname

/** Whether the official schemas are beside the project: they cannot be distributed with it. */
export const officielle = existsSync(`${REFERENCE}/wsdl/xsd`)

/** Compiles one of the official schemas, by its path. */
export const openOfficiel = (chemin: string) => openXsd(new URL(`file://${REFERENCE}/wsdl/xsd/${chemin}`))
