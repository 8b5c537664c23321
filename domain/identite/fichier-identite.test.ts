import { describe, expect, it } from 'vitest'
import { messageDatamatrix } from '../etiquette/datamatrix-ins.ts'
import { ecrireFichierIdentite, lireFichierIdentite } from './fichier-identite.ts'
import { statutIdentite } from './identite.ts'

const QUALIFIEE = {
  nomNaissance: 'PAT-TROIS',
  prenomsNaissance: 'DOMINIQUE MARIE-LOUISE',
  premierPrenom: 'DOMINIQUE',
  sexe: 'F',
  dateNaissance: '1979-03-28',
  lieuNaissance: '63220',
  nomUtilise: 'DUPONT',
  prenomUtilise: null,
  matricule: '279035121518989',
  oid: '1.2.250.1.213.1.4.10',
  insi: { date: '2026-11-22' },
  piece: { type: 'CN', date: '2026-11-22' },
  attributs: [],
}

const AUJOURDHUI = '2026-11-22'
const lire = (changements: object) => lireFichierIdentite({ ...QUALIFIEE, ...changements }, AUJOURDHUI)
const statut = (changements: object) => {
  const lu = lire(changements)
  return lu.ok ? statutIdentite(lu.value) : lu.error
}
const SANS_INSI = { matricule: null, oid: null, insi: null }

describe('RNIV EXI SI 07 : le statut se déduit de deux faits', () => {
  it.each([
    ['INSi et pièce', {}, 'qualifiee'],
    ['INSi seul', { piece: null }, 'recuperee'],
    ['pièce seule', SANS_INSI, 'validee'],
    ['aucun fait', { ...SANS_INSI, piece: null }, 'provisoire'],
    ['permis de conduire et INSi', { piece: { type: 'PC', date: '2026-11-22' } }, 'recuperee'],
    [
      'pièce que son site n’admet pas, et INSi',
      { piece: { type: 'CN', date: '2026-11-22', probante: false } },
      'recuperee',
    ],
    [
      'pièce encore à valider, et INSi',
      { piece: { type: 'CN', date: '2026-11-22', aValider: true } },
      'recuperee',
    ],
    ['carte Vitale seule', { ...SANS_INSI, piece: { type: 'VI', date: '2026-11-22' } }, 'provisoire'],
    ['douteux malgré la pièce (EXI SI 09)', { ...SANS_INSI, attributs: ['douteux'] }, 'provisoire'],
    ['sexe indéterminé, pièce seule', { ...SANS_INSI, sexe: 'I' }, 'validee'],
    ['homonyme sans effet', { attributs: ['homonyme'] }, 'qualifiee'],
  ])('%s', (_cas, changements, attendu) => expect(statut(changements)).toBe(attendu))
})

describe("un fichier d'identité contraire aux règles est refusé avec ses codes", () => {
  it.each([
    ['statut imposé', { statut: 'qualifiee' }, [{ code: 'identite/statut-impose', champ: 'statut' }]],
    ['champ inconnu', { nom: 'X' }, [{ code: 'identite/champ-inconnu', champ: 'nom' }]],
    ['accents', { nomNaissance: 'Hélène' }, [{ code: 'trait/non-normalise', champ: 'nomNaissance' }]],
    ['chiffre', { nomNaissance: 'PAT3' }, [{ code: 'trait/chiffre', champ: 'nomNaissance' }]],
    ['clé fausse', { matricule: '279035121518988' }, [{ code: 'matricule/cle', champ: 'matricule' }]],
    ['matricule sans OID', { oid: null }, [{ code: 'matricule/incomplet', champ: 'oid' }]],
    ['OID sans matricule', { matricule: null }, [{ code: 'matricule/incomplet', champ: 'matricule' }]],
    [
      'matricule en nombre',
      { matricule: 279035121518989 },
      [{ code: 'matricule/forme', champ: 'matricule' }],
    ],
    [
      'matricule écrit avec des espaces',
      { matricule: '2 79 03 51 215 189 89' },
      [{ code: 'matricule/forme', champ: 'matricule' }],
    ],
    ['OID en nombre', { oid: 8 }, [{ code: 'matricule/oid', champ: 'oid' }]],
    ['OID inventé', { oid: '1.2.250.1.213.1.4.5' }, [{ code: 'matricule/oid', champ: 'oid' }]],
    ['matricule sans appel INSi', { insi: null }, [{ code: 'matricule/sans-insi', champ: 'insi' }]],
    [
      'appel INSi sans matricule',
      { matricule: null, oid: null },
      [{ code: 'insi/sans-matricule', champ: 'matricule' }],
    ],
    [
      'date d’appel INSi en nombre',
      { insi: { date: 20261122 } },
      [{ code: 'matricule/sans-insi', champ: 'insi' }],
    ],
    ['appel INSi à venir', { insi: { date: '2027-01-01' } }, [{ code: 'date/future', champ: 'insi.date' }]],
    [
      'pièce inconnue',
      { piece: { type: 'ZZ', date: '2026-11-22' } },
      [{ code: 'piece/type-inconnu', champ: 'piece.type' }],
    ],
    [
      'pièce à venir',
      { piece: { type: 'CN', date: '2027-01-01' } },
      [{ code: 'piece/date', champ: 'piece.date' }],
    ],
    ['pièce sans date', { piece: { type: 'CN' } }, [{ code: 'piece/date', champ: 'piece.date' }]],
    [
      'pièce sans type',
      { piece: { date: '2026-11-22' } },
      [{ code: 'piece/type-inconnu', champ: 'piece.type' }],
    ],
    ['pièce d’un seul mot', { piece: 'CN' }, [{ code: 'piece/type-inconnu', champ: 'piece.type' }]],
    [
      'pièce et champ inconnu',
      { piece: { type: 'CN', date: '2026-11-22', valide: false } },
      [{ code: 'identite/champ-inconnu', champ: 'piece.valide' }],
    ],
    [
      'fin de validité inexistante',
      { piece: { type: 'CN', date: '2026-11-22', expiration: '2031-02-31' } },
      [{ code: 'piece/expiration', champ: 'piece.expiration' }],
    ],
    [
      'fin de validité en nombre',
      { piece: { type: 'CN', date: '2026-11-22', expiration: 2031 } },
      [{ code: 'piece/expiration', champ: 'piece.expiration' }],
    ],
    [
      'confiance qui n’est ni oui ni non',
      { piece: { type: 'CN', date: '2026-11-22', probante: 'oui' } },
      [{ code: 'identite/forme', champ: 'piece.probante' }],
    ],
    [
      'validation déclarée inutile',
      { piece: { type: 'CN', date: '2026-11-22', aValider: false } },
      [{ code: 'identite/forme', champ: 'piece.aValider' }],
    ],
    ['douteux et INSi', { attributs: ['douteux'] }, [{ code: 'attribut/insi-interdit', champ: 'attributs' }]],
    [
      'fictif et homonyme',
      { ...SANS_INSI, attributs: ['fictif', 'homonyme'] },
      [{ code: 'attribut/incompatibles', champ: 'attributs' }],
    ],
    ['attribut inconnu', { attributs: ['vip'] }, [{ code: 'attribut/inconnu', champ: 'attributs' }]],
    ['attributs mal formés', { attributs: 'douteux' }, [{ code: 'attribut/inconnu', champ: 'attributs' }]],
    [
      'premier prénom étranger à la liste',
      { premierPrenom: 'MARIE' },
      [{ code: 'premier-prenom/incoherent', champ: 'premierPrenom' }],
    ],
    ['INS de sexe indéterminé', { sexe: 'I' }, [{ code: 'insi/sexe-indetermine', champ: 'sexe' }]],
    ['31 février', { dateNaissance: '1979-02-31' }, [{ code: 'date/inexistante', champ: 'dateNaissance' }]],
    ['code postal', { lieuNaissance: '7500' }, [{ code: 'lieu/forme', champ: 'lieuNaissance' }]],
    ['nombre au lieu de texte', { nomNaissance: 3 }, [{ code: 'identite/forme', champ: 'nomNaissance' }]],
  ])('%s', (_cas, changements, refus) => expect(lire(changements)).toEqual({ ok: false, error: refus }))

  it('liste tous les refus à la fois', () => {
    const lu = lire({ sexe: 'X', lieuNaissance: 'PARIS' })
    expect(lu.ok ? [] : lu.error.map((refus) => refus.code)).toEqual(['sexe/inconnu', 'lieu/forme'])
  })

  it.each([[[]], [null], ['PAT-TROIS'], [3]])('refuse ce qui n’est pas un objet : %j', (contenu) =>
    expect(lireFichierIdentite(contenu, AUJOURDHUI)).toEqual({
      ok: false,
      error: [{ code: 'identite/forme' }],
    }),
  )

  it('nomme chaque champ qui manque', () => {
    const { piece: _piece, attributs: _attributs, ...reste } = QUALIFIEE
    expect(lireFichierIdentite(reste, AUJOURDHUI)).toEqual({
      ok: false,
      error: ['piece', 'attributs'].map((champ) => ({ code: 'identite/champ-manquant', champ })),
    })
  })
})

describe("format d'échange", () => {
  it('se relit à l’identique', () => {
    const lu = lire({})
    expect(lu.ok && ecrireFichierIdentite(lu.value)).toStrictEqual(QUALIFIEE)
    const piece = { type: 'CN', date: '2026-11-22', expiration: '2031-04-15', probante: true, aValider: true }
    const detaillee = lire({ piece })
    expect(detaillee.ok && ecrireFichierIdentite(detaillee.value)).toEqual({ ...QUALIFIEE, piece })
    const sans = lire({ ...SANS_INSI, piece: null })
    expect(sans.ok && ecrireFichierIdentite(sans.value)).toEqual({ ...QUALIFIEE, ...SANS_INSI, piece: null })
  })
})

describe('DataMatrix INS v2.2 §3', () => {
  it('vecteur officiel : aucun séparateur après un OID de 20 caractères', () => {
    const lu = lire({})
    expect(lu.ok && messageDatamatrix(lu.value)).toEqual({
      ok: true,
      value:
        'IS010000000000000000000000S1279035121518989S21.2.250.1.213.1.4.10S3DOMINIQUE MARIE-LOUISE\u001DS4PAT-TROIS\u001DS5FS628-03-1979S763220',
    })
  })

  it('vecteur officiel : séparateur après un OID de 19 caractères', () => {
    const lu = lire({
      nomNaissance: 'GARCIA-HAMMADI',
      prenomsNaissance: 'SARAH-LOU ANNA',
      premierPrenom: 'SARAH-LOU',
      dateNaissance: '1977-01-21',
      lieuNaissance: '01154',
      matricule: '277010115400329',
      oid: '1.2.250.1.213.1.4.8',
    })
    expect(lu.ok && messageDatamatrix(lu.value)).toEqual({
      ok: true,
      value:
        'IS010000000000000000000000S1277010115400329S21.2.250.1.213.1.4.8\u001DS3SARAH-LOU ANNA\u001DS4GARCIA-HAMMADI\u001DS5FS621-01-1977S701154',
    })
  })

  it('cas maximal : 100 + 100 caractères, aucun séparateur hors OID de 19 caractères', () => {
    const lu = lire({
      nomNaissance: 'B'.repeat(100),
      prenomsNaissance: 'A'.repeat(100),
      premierPrenom: 'A'.repeat(100),
      oid: '1.2.250.1.213.1.4.8',
    })
    const message = lu.ok ? messageDatamatrix(lu.value) : lu
    expect(message.ok && [message.value.length, message.value.split('\u001D').length - 1]).toEqual([291, 1])
  })

  it.each([
    ['recuperee', { piece: null }],
    ['validee', SANS_INSI],
    ['provisoire', { ...SANS_INSI, piece: null }],
  ])('EXI SI 08 : une identité %s ne donne rien', (_statut, changements) => {
    const lu = lire(changements)
    expect(lu.ok && messageDatamatrix(lu.value)).toEqual({
      ok: false,
      error: { code: 'identite/non-qualifiee' },
    })
  })
})
