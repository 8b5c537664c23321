import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { FAMILLE_APILEC } from '#simulators/cards/apilec/exemple-famille.ts'
import { beneficiaireDe } from './beneficiaire.ts'
import { readFiches } from './fiche.ts'

const latin1 = (texte: string): Uint8Array => Uint8Array.from(Buffer.from(texte, 'latin1'))
const lire = (texte: string) => readFiches(latin1(texte))
const ILLISIBLE = { ok: false, error: { code: 'cartes/contenu-illisible' } }
const FAMILLE = lire(FAMILLE_APILEC)

describe('API de lecture Vitale : chaque champ publié est lu (CNAM, Données API Lecture Vitale 6.xx)', () => {
  it('l’assuré, avec tout ce qu’une carte peut dire', () => {
    expect(FAMILLE.ok && FAMILLE.value[0]).toEqual({
      identite: {
        nomNaissance: 'DÉSIRÉ-MAËL',
        nomUsuel: "D'ARGENSOL",
        prenomUsuel: 'ZOÉ',
        dateNaissance: '1981-02-27',
        rangNaissance: 1,
        nirAssure: '281029900100149',
        nirCertifie: null,
        dateCertification: null,
        adresse: ["ZOE D'ARGENSOL", '12 RUE FICTIVE', '99999 VILLE'],
      },
      obligatoire: {
        qualite: '0',
        regime: { code: '01', caisse: '751', centre: '0001', codeGestion: '10' },
        droits: [
          { debut: '2026-01-01', fin: '2026-12-31' },
          { debut: '2027-01-01', fin: null },
        ],
        medecinTraitant: 'O',
        exoneration: 'ALD',
        typeCmu: '00',
      },
      complementaire: { numeroB2: '99999999', adherent: 'A-42', routage: 'MU', validite: '31122026' },
    })
  })

  it('un ayant droit au numéro certifié, dont la carte ne dit pas le siècle', () => {
    expect(FAMILLE.ok && FAMILLE.value[1]).toEqual({
      identite: {
        nomNaissance: "D'ARGENSOL",
        nomUsuel: null,
        prenomUsuel: 'LEO',
        dateNaissance: '..16-06-18',
        rangNaissance: 1,
        nirAssure: '281029900100149',
        nirCertifie: '116069900100348',
        dateCertification: '2020-05-02',
        adresse: [],
      },
      obligatoire: {
        qualite: '6',
        regime: { code: '01', caisse: '751', centre: '0002', codeGestion: null },
        droits: [],
        medecinTraitant: null,
        exoneration: null,
        typeCmu: null,
      },
      complementaire: null,
    })
  })
})

describe('le numéro de l’assuré n’est jamais pris pour celui d’un ayant droit', () => {
  it.each([
    ['assuré sans numéro certifié : le sien', 0, '281029900100149'],
    ['ayant droit au numéro certifié : le sien', 1, '116069900100348'],
    ['ayant droit sans numéro certifié : aucun', 2, null],
  ])('%s', (_cas, rang, matricule) => {
    const fiche = FAMILLE.ok ? FAMILLE.value[rang] : undefined
    expect(fiche && beneficiaireDe(fiche)).toMatchObject({ matricule, nirAssure: '281029900100149' })
  })

  it('sans qualité dite, aucun numéro n’est celui de la personne', () => {
    const lue = lire(FAMILLE_APILEC.replace('<qualBenef>0</qualBenef>', ''))
    expect(lue.ok && lue.value[0] && beneficiaireDe(lue.value[0]).matricule).toBeNull()
  })
})

describe('une carte lue par l’API donne la même chose que la carte lue directement', () => {
  it('le nom seul de la carte vaut nom de naissance, une date lunaire est gardée, la seconde jumelle garde son rang', () => {
    const jumelle = FAMILLE.ok ? FAMILLE.value[2] : undefined
    expect(jumelle && beneficiaireDe(jumelle)).toEqual({
      nomNaissance: "D'ARGENSOL",
      nomUsuel: null,
      prenoms: 'LEA',
      dateNaissance: '2016-13-00',
      rang: 2,
      matricule: null,
      nirAssure: '281029900100149',
      regime: null,
    })
  })
})

describe('jamais d’identité partielle : une personne qui n’est pas entière fait refuser toute la carte', () => {
  const sans = (avant: string, apres: string): string => {
    expect(FAMILLE_APILEC).toContain(avant)
    return FAMILLE_APILEC.replace(avant, apres)
  }
  it.each([
    ['nom absent', "<nomUsuel>D'ARGENSOL</nomUsuel>\n        <prenomUsuel>LEA", '<prenomUsuel>LEA'],
    ['prénom vide', 'LEO</prenomUsuel>', '</prenomUsuel>'],
    ['date absente', '<date>00132016</date>', ''],
    ['date de sept chiffres', '27021981', '2702198'],
    ['clé du numéro de l’assuré fausse', '<nir>281029900100149</nir>', '<nir>281029900100150</nir>'],
    ['numéro certifié illisible', '116069900100348', '116069900100399'],
    ['rang de naissance qui n’en est pas un', '<rangDeNaissance>2<', '<rangDeNaissance>II<'],
    ['caractère de commande dans un nom', 'ZOÉ', 'ZO\u0085'],
    ['autre encodage que celui de l’API', 'ISO-8859-1', 'UTF-8'],
    ['type de document déclaré', '<T_AsnDonneesVitale>', '<!DOCTYPE x><T_AsnDonneesVitale>'],
    ['entité inconnue', 'ZOÉ', '&zoe;'],
    ['texte coupé', '</listeBenef>\n</T_AsnDonneesVitale>', ''],
    [
      'aucune personne',
      FAMILLE_APILEC.slice(FAMILLE_APILEC.indexOf('<listeBenef>')),
      '</T_AsnDonneesVitale>',
    ],
  ])('%s', (_cas, avant, apres) => expect(lire(sans(avant, apres))).toEqual(ILLISIBLE))

  it('coupé à n’importe quel octet : illisible', () => {
    for (let longueur = 0; longueur < FAMILLE_APILEC.trimEnd().length; longueur += 7)
      expect(lire(FAMILLE_APILEC.slice(0, longueur))).toEqual(ILLISIBLE)
  })

  it('des zéros de remplissage après le texte ne changent rien', () =>
    expect(lire(`${FAMILLE_APILEC}\0\0\0`)).toEqual(FAMILLE))

  it('octets quelconques : toujours un refus ou des personnes entières, jamais une erreur levée', () => {
    const octets = latin1(FAMILLE_APILEC)
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat({ max: octets.length - 1 }), fc.nat({ max: 255 })), {
          minLength: 1,
          maxLength: 4,
        }),
        (coups) => {
          const copie = Uint8Array.from(octets)
          for (const [place, octet] of coups) copie[place] = octet
          const lu = readFiches(copie)
          return lu.ok
            ? lu.value.every(({ identite }) => identite.nomNaissance !== '' && identite.prenomUsuel !== '')
            : lu.error.code === 'cartes/contenu-illisible'
        },
      ),
      { numRuns: 300 },
    )
  })
})
