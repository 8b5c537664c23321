import { describe, expect, it } from 'vitest'
import { composeEnvelope } from '#services/insi/envelope.ts'
import { ACTION_TRAITS } from '#services/insi/namespaces.ts'
import { controler } from './read-request.ts'
import { reglagesSimules } from './reglages.ts'
import { ETABLISSEMENT_FICTIF } from './server.ts'

const SANS_PKI = { racine: '', clients: { manu: { certificat: '', cle: '' } } }

const EXIGENCES = {
  idams: [ETABLISSEMENT_FICTIF.idam],
  maintenant: new Date('2026-11-22T07:14:09Z'),
  autoritesCpx: () => [],
}

const MESSAGE_ID = 'uuid:852e1f95-fec8-456b-be1a-2a7f73f1ad64'
const VALIDE = ecrire('')
const TYPE = `application/soap+xml; charset=utf-8; action="${ACTION_TRAITS}"`

const code = (xml: string, { cn = 'INSI-MANU', contentType = TYPE } = {}): string => {
  const { demande } = controler({ porte: 'tlsm', cn, contentType, xml }, EXIGENCES)
  return demande.ok ? 'acceptée' : demande.error
}

describe('Simulateur INSi, contrôles d’une requête', () => {
  it('une requête régulière donne ses traits et son identifiant', () => {
    const requete = { porte: 'tlsm', cn: 'INSI-AUTO', contentType: TYPE, xml: VALIDE } as const
    expect(controler(requete, EXIGENCES)).toEqual({
      messageId: MESSAGE_ID,
      demande: {
        ok: true,
        value: {
          operation: 'traits',
          traits: {
            nomNaissance: "D'ARGENSOL",
            prenom: 'LEO',
            sexe: 'M',
            dateNaissance: '2016-06-18',
            lieuNaissance: '35238',
          },
        },
      },
    })
  })

  it.each<[string, string, string]>([
    ['pas du XML', 'bonjour', 'simu_xml'],
    ['DOCTYPE', `<!DOCTYPE x>${VALIDE}`, 'simu_xml'],
    ['SOAP 1.1', VALIDE.replace('2003/05/soap-envelope', '2001/12/soap-envelope'), 'simu_xml'],
    ['autre action', VALIDE.replace(`>${ACTION_TRAITS}<`, '>urn:autre<'), 'simu_action'],
    ['autre corps', VALIDE.replaceAll('RECSANSVITALE', 'RECVITALE'), 'simu_corps'],
    ['MessageID sans préfixe', VALIDE.replace('>uuid:', '>'), 'simu_messageid'],
    [
      'assertion inattendue',
      ecrire(securite('<a:Assertion xmlns:a="urn:oasis:names:tc:SAML:2.0:assertion"/>')),
      'simu_assertion',
    ],
    ['Security vide, toléré', ecrire(securite('')), 'acceptée'],
    [
      'COUVERTURE absente',
      VALIDE.replace(/<ctxbam:COUVERTURE>.*<\/ctxbam:COUVERTURE>/, ''),
      'simu_contexte_bam',
    ],
    ['heure illisible', VALIDE.replace('2026-11-22T', '22/11/2026 '), 'simu_contexte_bam'],
    [
      'ContexteLPS absent',
      VALIDE.replace(/<ctxlps:ContexteLPS.*<\/ctxlps:ContexteLPS>/, ''),
      'simu_contexte_lps',
    ],
    [
      'ordre de LPS',
      VALIDE.replace(/(<ctxlps:IDAM.*<\/ctxlps:IDAM>)(<ctxlps:Version>.*?<\/ctxlps:Version>)/, '$2$1'),
      'simu_contexte_lps',
    ],
    ['IDAM inconnu', VALIDE.replace('TESTSGIE0000', 'FAKE-IDAM'), 'desir_550'],
    ['IDAM sans R=4', VALIDE.replace('R="4"', 'R="1"'), 'desir_550'],
    ['prénom absent', VALIDE.replace('<Prenom>LEO</Prenom>', ''), 'simu_traits'],
    [
      'ordre des traits',
      VALIDE.replace(/(<Sexe>M<\/Sexe>)(<DateNaissance>.*<\/DateNaissance>)/, '$2$1'),
      'simu_traits',
    ],
  ])('%s', (_cas, xml, attendu) => expect(code(xml)).toBe(attendu))

  it('le certificat passe avant tout le reste', () =>
    expect(code('bonjour', { cn: 'insi-manu' })).toBe('desir_560'))

  it('l’action du type de contenu compte aussi', () =>
    expect(code(VALIDE, { contentType: 'application/soap+xml; charset=utf-8' })).toBe('simu_type'))
})

function ecrire(securiteBloc: string): string {
  const horodatage = { id: '5b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac', temps: '2026-11-22T07:14:08.714Z' }
  return composeEnvelope(
    {
      nomNaissance: "D'ARGENSOL",
      prenom: 'LEO',
      sexe: 'M',
      dateNaissance: '2016-06-18',
      lieuNaissance: '35238',
    },
    { messageId: MESSAGE_ID, bam: horodatage, lps: horodatage, securite: securiteBloc },
    reglagesSimules({ url: '', pki: SANS_PKI }),
  )
}

function securite(contenu: string): string {
  const wsse = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
  return `<w:Security xmlns:w="${wsse}">${contenu}</w:Security>`
}
