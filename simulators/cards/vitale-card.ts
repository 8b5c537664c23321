import { createHash } from 'node:crypto'
import { fileCard } from './file-card.ts'
import type { PersonneCarte } from './familles.ts'
import type { VirtualCard } from './vpcd-slot.ts'
import { tlv } from './write-tlv.ts'

const AID_VITALE = hex('D250000002564954414C45')
const AID_MF_VITALE = hex('D2500000024D465F564954414C45')
const ATR = hex('3B7513000047 09EA9000')

const FID = {
  pointers: 0x2001,
  autre: 0x2002,
  protege: 0x2003,
  personnes: 0x2004,
  annuaire: 0x2f00,
  pan: 0x2f02,
}

/**
 * A Vitale 2 laid out as cardpeek's vitale_2.lua reads one: a map of files, one of which holds the people, one something
 * else, one that the card protects. `serie` distinguishes two cards of the same family.
 */
export function vitaleCard(personnes: readonly PersonneCarte[], serie: string): VirtualCard {
  const contenu = Buffer.concat([...personnes.map(person), tlv(0x66, tlv(0x80, latin1('20200101')))])
  return fileCard(ATR, [
    {
      aid: AID_MF_VITALE,
      fichiers: [
        { fid: FID.annuaire, contenu: tlv(0x61, tlv(0x4f, AID_VITALE)) },
        { fid: FID.pan, contenu: tlv(0x5a, serialNumber(serie)) },
      ],
    },
    {
      aid: AID_VITALE,
      fichiers: [
        { fid: FID.pointers, contenu: pointers() },
        { fid: FID.autre, contenu: tlv(0x7f21, tlv(0x5f37, new Uint8Array(128))) },
        { fid: FID.protege, contenu: tlv(0x65, tlv(0x90, latin1('FRA'))), protege: true },
        { fid: FID.personnes, contenu: new Uint8Array(contenu) },
      ],
    },
  ])
}

const person = (personne: PersonneCarte): Uint8Array =>
  tlv(
    0x65,
    tlv(0x90, latin1('FRA')),
    tlv(0x93, latin1(personne.nir)),
    tlv(0x80, latin1(personne.nom)),
    tlv(0x81, latin1(personne.prenom)),
    tlv(0x82, latin1(personne.naissance)),
  )

const pointers = (): Uint8Array =>
  tlv(
    0xe0,
    tlv(0xa0, application(1, AID_MF_VITALE), application(2, AID_VITALE)),
    file('DIR', 1, FID.annuaire),
    file('CERT', 2, FID.autre),
    file('AMO', 2, FID.protege),
    file('IDO', 2, FID.personnes),
  )

const application = (index: number, aid: Uint8Array): Uint8Array =>
  tlv(0x82, Uint8Array.of(0, index, 0, 0), aid)

const file = (nom: string, index: number, fid: number): Uint8Array =>
  tlv(0x80, latin1(nom.padEnd(8)), Uint8Array.of(0, index, fid >> 8, fid & 0xff))

/** Ten bytes, 80250000 as French health cards start, then digits drawn from the name of the card. */
const serialNumber = (serie: string): Uint8Array =>
  hex(
    `80250000${BigInt(`0x${createHash('sha256').update(serie).digest('hex')}`)
      .toString()
      .slice(0, 12)}`,
  )

const latin1 = (texte: string): Uint8Array => new Uint8Array(Buffer.from(texte, 'latin1'))

function hex(texte: string): Uint8Array {
  return new Uint8Array(Buffer.from(texte.replaceAll(' ', ''), 'hex'))
}
