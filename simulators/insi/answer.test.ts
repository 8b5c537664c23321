import { existsSync, readFileSync } from 'node:fs'
import { XmlDocument, XsdValidator } from 'libxml2-wasm'
import { xmlRegisterFsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, it } from 'vitest'
import { ecrireErreur, ecrireResultat } from './answer.ts'
import { DEFAUTS } from './defauts.ts'
import { lireCasOfficiels, lirePopulation } from './population.ts'

xmlRegisterFsInputProviders()

const REFERENCE =
  process.env['GUICHET_REFERENCE'] ?? new URL('../../../shared/reference', import.meta.url).pathname
const officielle = existsSync(`${REFERENCE}/wsdl/xsd`)
if (!officielle)
  process.stderr.write(
    'XSD officiels INSi absents : validation des réponses simulées sautée (indiquez GUICHET_REFERENCE).\n',
  )

const { personnes } = lirePopulation()
const { erreurs } = lireCasOfficiels()

describe.skipIf(!officielle)('Simulateur INSi, réponses selon les XSD officiels 1.5.0', () => {
  const ouvrirResultat = () => openXsd('ServiceIdentiteCertifiee/INSi_RESULTAT_INS.xsd')

  it.each(['recente', 'ancienne'] as const)(
    'forme %s : toutes les personnes, et les codes 01 et 02',
    (forme) => {
      const resultat = ouvrirResultat()
      const issues = [
        { codeCR: '01' } as const,
        { codeCR: '02' } as const,
        ...personnes.map((personne) => ({ codeCR: '00', personne }) as const),
      ]
      const fautes = issues.flatMap((issue) => resultat(partie(ecrireResultat(issue, forme), 'RESULTAT')))
      expect(fautes).toEqual([])
    },
  )

  it('le défaut « dates en tête » est bien hors du schéma, comme le fichier CNDA', () => {
    const resultat = ouvrirResultat()
    const datees = personnes.filter(({ historique }) => historique.length > 0)
    const fautes = datees.flatMap((personne) =>
      resultat(
        partie(ecrireResultat({ codeCR: '00', personne }, 'recente', DEFAUTS['dates-en-tete']), 'RESULTAT'),
      ),
    )
    expect(fautes.length).toBe(1)
  })

  it('les erreurs publiées suivent le schéma, sauf « fatal » que le service envoie hors de sa liste', () => {
    const erreur = openXsd('schema_faultSOAP_V01_01.xsd')
    const hors = erreurs.filter(
      (publiee) => erreur(partie(ecrireErreur(publiee, 'uuid:1', 'recente'), 'Erreur')).length > 0,
    )
    expect(hors.map(({ severite }) => severite)).toEqual(['fatal', 'fatal'])
  })
})

const partie = (xml: string, nom: string): string =>
  new RegExp(`<((?:\\w+:)?${nom})[ >].*</\\1>`, 's').exec(xml)?.[0] ?? ''

function openXsd(chemin: string): (xml: string) => readonly string[] {
  const url = new URL(`file://${REFERENCE}/wsdl/xsd/${chemin}`)
  using schema = XmlDocument.fromBuffer(readFileSync(url), { url: url.href })
  const validator = XsdValidator.fromDoc(schema)
  return (xml) => {
    using document = XmlDocument.fromString(xml)
    try {
      validator.validate(document)
      return []
    } catch (faute) {
      return [String(faute)]
    }
  }
}
