import { execFileSync } from 'node:child_process'
import { X509Certificate } from 'node:crypto'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAutoriteCpx, type AutoriteCpx, type PairesCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX, type CarteCpxSimulee } from '#simulators/cards/cpx/porteurs.ts'
import { readCertificate, usageOf } from './certificate.ts'
import { holderOf } from './holder.ts'
import { estEmisPar } from './issuer.ts'

const JOUR = new Date('2026-11-25T08:00:00Z')

let autorite: AutoriteCpx
const paires = new Map<string, PairesCpx>()

beforeAll(async () => {
  autorite = await createAutoriteCpx(JOUR)
  for (const [nom, carte] of Object.entries(CARTES_CPX)) paires.set(nom, await autorite.issue(carte))
})

const paire = (nom: string): PairesCpx => {
  const trouvee = paires.get(nom)
  if (!trouvee) throw new Error(nom)
  return trouvee
}

const porteur = (nom: string) => {
  const certificat = readCertificate(paire(nom).signature.certificat)
  return certificat && holderOf(certificat)
}

describe('CPx, le porteur se lit dans le certificat de signature', () => {
  it('CPS nominative : noms et identifiant dans le même RDN, extensions privées de l’IGC-Santé', () => {
    expect(porteur('cps')).toEqual({
      idNat: '899900099017',
      annuaire: 'rpps',
      nom: 'MORELIN',
      prenom: 'CLAIRE',
      profession: 'Infirmier',
      codeProfession: '60',
      structure: null,
      nominative: true,
      type: 'CPS',
      numeroCarte: '2609990001',
      debutValidite: '2026-11-05T08:00:00Z',
      finValidite: '2028-10-25T08:00:00Z',
      emetteur: 'TEST AC CARTES FICTIVES',
      sujet: 'GN=CLAIRE+SN=MORELIN+CN=899900099017,title=Infirmier,C=FR',
    })
  })

  it('CPE nominative : structure, lettres accentuées, apostrophe', () => {
    expect(porteur('cpe')).toMatchObject({
      annuaire: 'finess',
      nom: "D'ESTREVAL",
      prenom: 'HÉLÈNE',
      structure: '10B0199999',
      profession: null,
      codeProfession: null,
      type: 'CDE-CPE',
      nominative: true,
    })
  })

  it('CPE de service : un pseudonyme et un titre, personne', () => {
    expect(porteur('cpe-service')).toMatchObject({
      nominative: false,
      nom: null,
      prenom: null,
      profession: 'Carte de service sante ou social',
      type: 'CDE-CPE',
    })
  })

  it('carte périmée : ses dates le disent', () => {
    expect(porteur('cps-perimee')?.finValidite).toBe('2026-11-20T08:00:00Z')
  })

  it('la clé de signature et celle d’authentification se distinguent par leur usage', () => {
    const usage = (der: Uint8Array) => {
      const lu = readCertificate(der)
      return lu && usageOf(lu)
    }
    expect(usage(paire('cps').signature.certificat)).toBe('signature')
    expect(usage(paire('cps').authentification.certificat)).toBe('authentification')
    expect(usage(new X509Certificate(autorite.certificat).raw)).toBeNull()
  })
})

describe('CPx, le sujet s’écrit selon la RFC 4514, comme OpenSSL', () => {
  const NOMS: readonly Partial<CarteCpxSimulee>[] = [
    {},
    { nom: 'A+B, C=D', prenom: ' #ESPACES ', titre: 'x;"y"<z>\\' },
    { nom: '#DIESE', prenom: 'É', titre: ' ' },
  ]

  it.each(NOMS)('%j', async (noms) => {
    const { signature } = await autorite.issue({ ...CARTES_CPX['cps'], ...noms } as CarteCpxSimulee)
    const certificat = readCertificate(signature.certificat)
    const args = ['x509', '-inform', 'DER', '-noout', '-subject', '-nameopt', 'RFC2253,utf8,-esc_msb']
    const attendu = execFileSync('openssl', args, { input: signature.certificat }).toString()
    expect(`subject=${certificat && holderOf(certificat)?.sujet}\n`).toBe(attendu)
  })
})

describe('CPx, un certificat abîmé ne donne personne', () => {
  it('tronqué à n’importe quel octet : illisible', () => {
    const der = paire('cps').signature.certificat
    for (let fin = 0; fin < der.length; fin += 7) expect(readCertificate(der.subarray(0, fin))).toBeNull()
  })

  it('n’importe quels octets changés : lu ou refusé, jamais une erreur', () => {
    const der = paire('cpe').signature.certificat
    const alteration = fc.record({ place: fc.nat(der.length - 1), octet: fc.nat(255) })
    fc.assert(
      fc.property(fc.array(alteration, { minLength: 1, maxLength: 8 }), (alterations) => {
        const abime = Buffer.from(der)
        for (const { place, octet } of alterations) abime[place] = octet
        const lu = readCertificate(abime)
        if (lu) holderOf(lu)
      }),
      { numRuns: 2000 },
    )
  })

  it('deux certificats bout à bout : illisible', () => {
    const der = paire('cps').signature.certificat
    expect(readCertificate(Buffer.concat([der, der]))).toBeNull()
  })
})

describe('CPx, le certificat doit remonter à une autorité connue du poste', () => {
  it('émis par elle : reconnu ; par une autre du même nom : inconnu', async () => {
    const autre = await createAutoriteCpx(JOUR)
    const certificat = paire('cps').signature.certificat.toString('base64')
    expect(estEmisPar(certificat, [autorite.certificat])).toBe(true)
    expect(estEmisPar(certificat, [autre.certificat])).toBe(false)
    expect(estEmisPar(certificat, [autre.certificat, autorite.certificat])).toBe(true)
    expect(estEmisPar(certificat, [])).toBe(false)
    expect(estEmisPar('AAAA', [autorite.certificat])).toBe(false)
  })

  it('signé par un certificat de porteur, même connu : inconnu', async () => {
    const certificat = paire('cps').signature.certificat
    expect(estEmisPar(certificat.toString('base64'), [new X509Certificate(certificat).toString()])).toBe(
      false,
    )
  })
})
