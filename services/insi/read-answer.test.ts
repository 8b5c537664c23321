import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IdentiteInsi } from '#domain/insi/reponse.ts'
import { readAnswer } from './read-answer.ts'

const SOAP = 'http://www.w3.org/2003/05/soap-envelope'
const NS = 'http://www.cnamts.fr/INSiResultat'
const TYPE = 'application/soap+xml; charset=utf-8'

const ACTIF =
  '<INSACTIF><IdIndividu><NumIdentifiant>2751263220749</NumIdentifiant><Cle>74</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSACTIF>'
const HISTO =
  '<INSHISTO><IdIndividu><NumIdentifiant>2751263220750</NumIdentifiant><Cle>73</Cle></IdIndividu><OID>1.2.250.1.213.1.4.8</OID></INSHISTO>'
const TIQ =
  '<TIQ><NomNaissance>ADRUN</NomNaissance><ListePrenom>ZOE</ListePrenom><Sexe>F</Sexe><DateNaissance>1975-12-31</DateNaissance><LieuNaissance>63220</LieuNaissance></TIQ>'
const CR = '<CR><CodeCR>00</CodeCR><LibelleCR>OK</LibelleCR></CR>'
const INDIVIDU = `<INDIVIDU>${ACTIF}${TIQ}</INDIVIDU>`

const enveloppe = (corps: string): string =>
  `<s:Envelope xmlns:s="${SOAP}"><s:Body>${corps}</s:Body></s:Envelope>`
const resultat = (contenu: string): string => enveloppe(`<RESULTAT xmlns="${NS}">${contenu}</RESULTAT>`)
const VALIDE = resultat(CR + INDIVIDU)

const ADRUN: IdentiteInsi = {
  actif: {
    numero: '2751263220749',
    cle: '74',
    oid: '1.2.250.1.213.1.4.8',
    dateDebut: null,
    dateFin: null,
  },
  historique: [],
  traits: {
    nomNaissance: 'ADRUN',
    prenomsNaissance: 'ZOE',
    sexe: 'F',
    dateNaissance: '1975-12-31',
    lieuNaissance: '63220',
  },
  avertissements: [],
}
const ANCIEN = { ...ADRUN.actif, numero: '2751263220750', cle: '73' }

const emboiter = (profondeur: number): string => '<a>'.repeat(profondeur) + '</a>'.repeat(profondeur)

const lire = (xml: string | Uint8Array, { statut = 200, contentType = TYPE } = {}) =>
  readAnswer({ statut, contentType, corps: typeof xml === 'string' ? Buffer.from(xml) : xml })

describe('INSi, réponses comprises', () => {
  it.each<[string, string, Partial<IdentiteInsi>]>([
    ['la forme du schéma', VALIDE, {}],
    [
      'un prologue et une marque d’ordre des octets',
      `\uFEFF<?xml version="1.0" encoding="utf-8"?>${VALIDE}`,
      {},
    ],
    [
      'deux préfixes pour SOAP, un troisième pour INSi',
      `<a:Envelope xmlns:a="${SOAP}"><b:Body xmlns:b="${SOAP}">${`<r:RESULTAT xmlns:r="${NS}">${CR}${INDIVIDU}</r:RESULTAT>`.replaceAll(/<(\/?)(?=[A-Z])/g, '<$1r:')}</b:Body></a:Envelope>`,
      {},
    ],
    ['un en-tête SOAP', VALIDE.replace('<s:Body>', '<s:Header><x xmlns="urn:x"/></s:Header><s:Body>'), {}],
    ['le TIQ avant l’INS, le CR en dernier', resultat(`<INDIVIDU>${TIQ}${ACTIF}</INDIVIDU>${CR}`), {}],
    [
      'l’OID et les dates avant le numéro (TEST_2.04 du CNDA)',
      resultat(
        CR +
          INDIVIDU.replace(
            /<INSACTIF>(.*)(<OID>.*<\/OID>)/,
            '<INSACTIF><DateFin>2019-02-28</DateFin><DateDeb>2019-03-01</DateDeb>$2$1',
          ),
      ),
      { actif: { ...ADRUN.actif, dateDebut: '2019-03-01', dateFin: '2019-02-28' } },
    ],
    [
      'un seul INSHISTO : une liste d’un',
      resultat(`${CR}<INDIVIDU>${ACTIF}${HISTO}${TIQ}</INDIVIDU>`),
      { historique: [ANCIEN] },
    ],
    [
      'un INSHISTO répété, et le numéro actif parmi eux (TEST_2.08 du CNDA)',
      resultat(
        `${CR}<INDIVIDU>${ACTIF}${HISTO}${HISTO}${ACTIF.replaceAll('INSACTIF', 'INSHISTO')}${TIQ}</INDIVIDU>`,
      ),
      { historique: [ANCIEN] },
    ],
    ['un élément inconnu à côté', VALIDE.replace('<TIQ>', '<Autre>x</Autre><TIQ>'), {}],
    ['un élément inconnu et profond', VALIDE.replace('<TIQ>', `${emboiter(20)}<TIQ>`), {}],
    ['des espaces entre les éléments', VALIDE.replaceAll('><', '>\n  <'), {}],
    ['un texte en CDATA', VALIDE.replace('ADRUN', '<![CDATA[ADRUN]]>'), {}],
    ['TypeMatricule', VALIDE.replace('</Cle>', '</Cle><TypeMatricule>NIR</TypeMatricule>'), {}],
    [
      'Prenom à côté de ListePrenom',
      VALIDE.replace('<ListePrenom>', '<Prenom>AUTRE</Prenom><ListePrenom>'),
      {},
    ],
    ['Prenom seul', VALIDE.replaceAll('ListePrenom', 'Prenom'), {}],
    [
      'un nom avec ses espaces',
      VALIDE.replace('ADRUN', ' ADRUN  X '),
      { traits: { ...ADRUN.traits, nomNaissance: ' ADRUN  X ' } },
    ],
    [
      'une date lunaire',
      VALIDE.replace('1975-12-31', '1975-00-99'),
      { traits: { ...ADRUN.traits, dateNaissance: '1975-00-99' } },
    ],
    [
      'un lieu absent : avertissement',
      VALIDE.replace('<LieuNaissance>63220</LieuNaissance>', ''),
      { traits: { ...ADRUN.traits, lieuNaissance: '' }, avertissements: ['lieu-absent'] },
    ],
    [
      'une clé fausse : avertissement seulement',
      VALIDE.replace('>74<', '>75<'),
      { actif: { ...ADRUN.actif, cle: '75' }, avertissements: ['cle-fausse'] },
    ],
    [
      'une clé absente : avertissement',
      VALIDE.replace('<Cle>74</Cle>', ''),
      { actif: { ...ADRUN.actif, cle: '' }, avertissements: ['cle-fausse'] },
    ],
    [
      'un OID inconnu : avertissement',
      VALIDE.replace('213.1.4.8', '213.1.4.2'),
      { actif: { ...ADRUN.actif, oid: '1.2.250.1.213.1.4.2' }, avertissements: ['oid-inconnu'] },
    ],
  ])('%s', (_cas, xml, changements) => {
    expect(lire(xml)).toEqual({
      resultat: { ok: true, value: { codeCR: '00', identite: { ...ADRUN, ...changements } } },
      details: null,
      brut: xml,
    })
  })

  it.each(['01', '02'] as const)('code %s : ni identité ni refus', (codeCR) => {
    const xml = resultat(`<CR><CodeCR>${codeCR}</CodeCR><LibelleCR>x</LibelleCR></CR>`)
    expect(lire(xml)).toEqual({ resultat: { ok: true, value: { codeCR } }, details: null, brut: xml })
  })
})

describe('INSi, réponses refusées : jamais un code 01', () => {
  it.each<[string, string]>([
    ['document vide', ''],
    ['texte', 'indisponible'],
    ['tronqué', VALIDE.slice(0, -10)],
    ['suite après la racine', `${VALIDE}<x/>`],
    ['DOCTYPE', `<!DOCTYPE x>${VALIDE}`],
    ['entité interne', `<!DOCTYPE x [<!ENTITY e "ADRUN">]>${VALIDE.replace('ADRUN', '&e;')}`],
    [
      'entité externe',
      `<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>${VALIDE.replace('ADRUN', '&e;')}`,
    ],
    ['entité non déclarée', VALIDE.replace('ADRUN', '&e;')],
    ['attribut double', VALIDE.replace('<CR>', '<CR a="1" a="2">')],
    ['préfixe non déclaré', VALIDE.replace('<CR>', '<z:x/><CR>')],
    ['autre encodage annoncé', `<?xml version="1.0" encoding="ISO-8859-1"?>${VALIDE}`],
    ['balises emboîtées sans fin', enveloppe('<a>'.repeat(40_000) + '</a>'.repeat(40_000))],
    ['élément trop profond', VALIDE.replace('<TIQ>', `${emboiter(40)}<TIQ>`)],
    ['trop d’éléments', VALIDE.replace('<TIQ>', `${'<a/>'.repeat(5_000)}<TIQ>`)],
    ['SOAP 1.1', VALIDE.replace(SOAP, 'http://schemas.xmlsoap.org/soap/envelope/')],
    ['racine autre', `<RESULTAT xmlns="${NS}">${CR}</RESULTAT>`],
    ['Body vide', enveloppe('')],
    ['deux Body', VALIDE.replace('</s:Envelope>', '<s:Body/></s:Envelope>')],
    ['deux réponses', enveloppe(`<RESULTAT xmlns="${NS}">${CR}${INDIVIDU}</RESULTAT>`.repeat(2))],
    ['autre espace de noms', VALIDE.replace(NS, 'http://www.cnamts.fr/INSiLot2')],
    ['sans espace de noms', VALIDE.replace(` xmlns="${NS}"`, '')],
    ['CodeCR absent', VALIDE.replace('<CodeCR>00</CodeCR>', '')],
    ['CodeCR vide', VALIDE.replace('<CodeCR>00</CodeCR>', '<CodeCR/>')],
    ['deux CodeCR', VALIDE.replace('<CodeCR>00</CodeCR>', '<CodeCR>01</CodeCR><CodeCR>00</CodeCR>')],
    ['00 sans INDIVIDU', resultat(CR)],
    ['01 avec INDIVIDU', VALIDE.replace('>00<', '>01<')],
    ['deux INDIVIDU', resultat(CR + INDIVIDU + INDIVIDU)],
    ['deux INSACTIF', VALIDE.replace(ACTIF, ACTIF + ACTIF)],
    ['INSACTIF absent', VALIDE.replace(ACTIF, '')],
    ['TIQ absent', VALIDE.replace(TIQ, '')],
    ['OID absent', VALIDE.replace(/<OID>.*<\/OID>/, '')],
    ['OID illisible', VALIDE.replace('1.2.250.1.213.1.4.8', 'NIR')],
    ['numéro court', VALIDE.replace('2751263220749', '275126322074')],
    ['INSHISTO illisible', VALIDE.replace(ACTIF, `${ACTIF}<INSHISTO/>`)],
    ['deux noms', VALIDE.replace('<TIQ>', '<TIQ><NomNaissance>B</NomNaissance>')],
    ['un élément dans un nom', VALIDE.replace('>ADRUN<', '>ADR<b>UN</b><')],
    ['sexe mal formé', VALIDE.replace('<Sexe>F<', '<Sexe>FF<')],
    ['date mal formée', VALIDE.replace('1975-12-31', '31/12/1975')],
  ])('%s', (_cas, xml) => {
    expect(lire(xml).resultat).toEqual({ ok: false, error: { code: 'insi/reponse-non-conforme' } })
  })

  it.each<[string, ReturnType<typeof lire>]>([
    ['plus de 256 Kio', lire(VALIDE + ' '.repeat(256 * 1024))],
    ['octets qui ne sont pas de l’UTF-8', lire(Buffer.concat([Buffer.from(VALIDE), Buffer.from([0xff])]))],
    ['type HTML', lire(VALIDE, { contentType: 'text/html' })],
    ['type XML de SOAP 1.1', lire(VALIDE, { contentType: 'text/xml; charset=utf-8' })],
    ['type absent', lire(VALIDE, { contentType: '' })],
    ['autre jeu de caractères', lire(VALIDE, { contentType: 'application/soap+xml; charset=iso-8859-1' })],
    ['réponse sous HTTP 500', lire(VALIDE, { statut: 500 })],
    ['redirection', lire('', { statut: 302, contentType: 'text/html' })],
  ])('%s', (_cas, { resultat }) => {
    expect(resultat).toEqual({ ok: false, error: { code: 'insi/reponse-non-conforme' } })
  })

  it.each(['03', '99', 'KO'])('code de résultat inconnu %s : une anomalie', (code) => {
    const { resultat, details } = lire(VALIDE.replace('>00<', `>${code}<`))
    expect([resultat, details?.code]).toEqual([{ ok: false, error: { code: 'insi/anomalie' } }, `CR_${code}`])
  })

  it.each([
    [403, '', 'insi/certificat-refuse'],
    [495, '', 'insi/certificat-refuse'],
    [496, '', 'insi/certificat-refuse'],
    [400, '<h1>400 The SSL certificate error</h1>', 'insi/certificat-refuse'],
    [400, '<h1>400 Bad Request</h1>', 'insi/reponse-non-conforme'],
    [502, '', 'insi/indisponible'],
    [503, '', 'insi/indisponible'],
    [504, '', 'insi/indisponible'],
  ] as const)('page HTTP %i %j d’un équipement intermédiaire : %s', (statut, page, code) => {
    const { resultat, details } = lire(page, { statut, contentType: 'text/html' })
    expect([resultat, details?.code]).toEqual([{ ok: false, error: { code } }, `http_${statut}`])
  })

  it('une réponse abîmée en transit ne lève jamais, ne devient jamais 01 ni 02', () => {
    const octets = Buffer.from(VALIDE)
    const coup = fc.record({ place: fc.nat(octets.length - 1), octet: fc.nat(255) })
    fc.assert(
      fc.property(
        fc.array(coup, { minLength: 1, maxLength: 6 }),
        fc.nat(octets.length),
        (coups, longueur) => {
          const abime = Buffer.from(octets)
          for (const { place, octet } of coups) abime[place] = octet
          // Two digits may honestly turn 00 into 01, but then the identity beside it contradicts the code.
          const { resultat } = lire(abime.subarray(0, longueur === 0 ? octets.length : longueur))
          expect(resultat.ok && resultat.value.codeCR !== '00').toBe(false)
        },
      ),
      { numRuns: 1000 },
    )
  })
})
