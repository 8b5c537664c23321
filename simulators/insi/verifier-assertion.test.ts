import { beforeAll, describe, expect, it } from 'vitest'
import { signAssertionPs, type DemandeAssertion } from '#services/insi/assertion-ps.ts'
import { cardsOf } from '#services/insi/carte.fixture.ts'
import { createAutoriteCpx, type AutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { verifierAssertion, type Confiance } from './verifier-assertion.ts'
import { descend, elementsOf, parseXml } from './xml.ts'

const DEMANDE: DemandeAssertion = {
  uuid: '5b5e31ac-31ac-4b5e-b1ac-5b5e31ac31ac',
  instant: new Date(),
  identifiantFacturation: '0B0199999',
  secteurActivite: 'SA01',
}

let autorite: AutoriteCpx
let bloc: string
let confiance: Confiance

beforeAll(async () => {
  autorite = await createAutoriteCpx(new Date())
  bloc = await signer('cps')
  confiance = { maintenant: DEMANDE.instant, autoritesCpx: () => [autorite.certificat] }
})

/** What the desk sends, signed by a card of the authority or of another one. */
async function signer(
  nom: string,
  {
    demande = {},
    emettrice = autorite,
  }: { demande?: Partial<DemandeAssertion>; emettrice?: AutoriteCpx } = {},
): Promise<string> {
  const carte = CARTES_CPX[nom]
  if (!carte) throw new Error(nom)
  const { signature } = await emettrice.issue(carte)
  const { signataire } = cardsOf(signature)({ idNat: carte.idNat })
  const signee = await signAssertionPs({ ...DEMANDE, ...demande }, signataire)
  if (!signee.ok) throw new Error(signee.error.code)
  return signee.value
}

function juger(securite: string, changement: Partial<Confiance> = {}): string {
  const message = `<message>${securite}</message>`
  const assertions = elementsOf(descend(parseXml(message), ['wsse', 'Security']))
  const lue = verifierAssertion(message, assertions, { ...confiance, ...changement })
  return lue.ok ? 'acceptée' : lue.error
}

describe('Simulateur INSi, assertion PS à la porte des professionnels', () => {
  it('celle du poste est acceptée, et ce qui est rendu est ce que la signature couvre', () => {
    expect(juger(bloc)).toBe('acceptée')
  })

  it.each<[string, (bloc: string) => string, string]>([
    ['aucune', (b) => b.replace(/<Assertion .*<\/Assertion>/s, ''), 'simu_assertion_absente'],
    ['deux', (b) => b.replace(/<Assertion .*<\/Assertion>/s, '$&$&'), 'simu_assertion_forme'],
    ['sans signature', (b) => b.replace(/<Signature .*<\/Signature>/s, ''), 'simu_assertion_forme'],
    [
      'avec une audience, donc d’un autre service',
      (b) => b.replace('<Subject>', '<Conditions><AudienceRestriction/></Conditions><Subject>'),
      'simu_assertion_forme',
    ],
    ['SAML 1.1', (b) => b.replace('Version="2.0"', 'Version="1.1"'), 'simu_assertion_forme'],
    [
      'SHA-1',
      (b) => b.replace('xmldsig-more#rsa-sha256', 'xmldsig-more#rsa-sha1'),
      'simu_assertion_algorithme',
    ],
    ['C14N inclusive', (b) => b.replace('10/xml-exc-c14n#', '10/xml-c14n#'), 'simu_assertion_algorithme'],
    ['deux références', (b) => b.replace(/<Reference .*<\/Reference>/s, '$&$&'), 'simu_assertion_algorithme'],
    [
      'certificat illisible',
      (b) => b.replace(/<X509Certificate>.{20}/, '<X509Certificate>'),
      'simu_assertion_certificat',
    ],
    ['porteur changé', (b) => b.replace(/99017<\/NameID>/, '99025</NameID>'), 'simu_assertion_signature'],
    ['secteur changé', (b) => b.replace('SA01', 'SA05'), 'simu_assertion_signature'],
    [
      'signature d’un autre élément',
      (b) => b.replaceAll('_5b5e31ac', '_6b5e31ac').replace('URI="#_6b', 'URI="#_5b'),
      'simu_assertion_signature',
    ],
  ])('%s : refusée', (_cas, changer, attendu) => {
    const change = changer(bloc)
    expect(change).not.toBe(bloc)
    expect(juger(change)).toBe(attendu)
  })

  it.each([
    ['une heure après, à la milliseconde', 3_600_000, 'acceptée'],
    ['plus d’une heure après', 3_600_001, 'simu_assertion_perimee'],
    ['d’un poste en avance d’une minute', -60_000, 'acceptée'],
    ['du lendemain', -86_400_000, 'simu_assertion_perimee'],
  ])('%s : %s', (_cas, ecart, attendu) =>
    expect(juger(bloc, { maintenant: new Date(DEMANDE.instant.getTime() + ecart) })).toBe(attendu),
  )

  it('carte d’une autre autorité, ou de la même mais périmée : refusée', async () => {
    const emettrice = await createAutoriteCpx(new Date())
    expect(juger(await signer('cps', { emettrice }))).toBe('simu_assertion_autorite')
    expect(juger(await signer('cps-perimee'))).toBe('simu_assertion_autorite')
    expect(juger(bloc, { autoritesCpx: () => [] })).toBe('simu_assertion_autorite')
  })

  it('porteur qui n’est pas celui du certificat, ou structure tue : refusée', async () => {
    const cps = CARTES_CPX['cps']
    if (!cps) throw new Error('cps')
    const { signature } = await autorite.issue(cps)
    const { signataire } = cardsOf(signature)({ idNat: '899900099025' })
    const usurpee = await signAssertionPs(DEMANDE, signataire)
    expect(usurpee.ok && juger(usurpee.value)).toBe('simu_assertion_porteur')
    expect(juger(await signer('cps', { demande: { identifiantFacturation: '' } }))).toBe(
      'simu_assertion_facturation',
    )
  })
})
