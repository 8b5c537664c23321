import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { cpsCard } from '#simulators/cards/cpx/cps-card.ts'
import { membresDe } from '#simulators/cards/familles.ts'
import { fileCard } from '#simulators/cards/file-card.ts'
import { unknownCard } from '#simulators/cards/odd-cards.ts'
import { vitaleCard } from '#simulators/cards/vitale-card.ts'
import type { VirtualCard } from '#simulators/cards/vpcd-slot.ts'
import { tlv } from '#simulators/cards/write-tlv.ts'
import type { CardChannel } from '../../apdu/card-command.ts'
import { AID_VITALE } from './files.ts'
import { readVitale } from './read-vitale.ts'

const direct = (card: VirtualCard): CardChannel => ({
  transmit: async (commande) => succes(await card.apdu(commande)),
})

const ILLISIBLE = { ok: false, error: { code: 'cartes/contenu-illisible' } }
const latin1 = (texte: string): Uint8Array => new Uint8Array(Buffer.from(texte, 'latin1'))

const personne = (champs: Partial<Record<number, string>>): Uint8Array => {
  const tous = { 0x93: '2870429019901', 0x80: 'LANDREVILLE', 0x81: 'ANNE', 0x82: '19870412', ...champs }
  return tlv(0x65, ...Object.entries(tous).map(([tag, texte]) => tlv(Number(tag), latin1(texte))))
}

/** A card whose people file holds exactly these bytes. */
const cardHolding = (contenu: Uint8Array): VirtualCard =>
  fileCard(new Uint8Array(), [
    {
      aid: AID_VITALE,
      fichiers: [
        {
          fid: 0x2001,
          contenu: tlv(
            0xe0,
            tlv(0xa0, tlv(0x82, Uint8Array.of(0, 2, 0, 0), AID_VITALE)),
            tlv(0x80, latin1('IDO     '), Uint8Array.of(0, 2, 0x20, 0x04)),
          ),
        },
        { fid: 0x2004, contenu },
      ],
    },
  ])

const whole = (un: Beneficiaire): boolean =>
  /^\P{Cc}+$/u.test(un.nomNaissance) &&
  /^\P{Cc}+$/u.test(un.prenoms) &&
  /^\d{4}-\d\d-\d\d$/.test(un.dateNaissance) &&
  /^[0-9AB]{13,15}$/.test(un.nirAssure)

describe('lecture d’une Vitale 2', () => {
  it('une famille entière, dans l’ordre de la carte, les jumeaux numérotés', async () => {
    const commun = { nomUsuel: null, matricule: null, nirAssure: '179092B033902', regime: null }
    const lu = await readVitale(direct(vitaleCard(membresDe('B'), 'carte')))
    expect(lu).toEqual(
      succes({
        serie: expect.stringMatching(/^80250000\d{12}$/),
        beneficiaires: [
          { ...commun, nomNaissance: "D'ARGENSOL", prenoms: 'MATHIEU', dateNaissance: '1979-09-03', rang: 1 },
          { ...commun, nomNaissance: "D'ARGENSOL", prenoms: 'SOLENE', dateNaissance: '1981-02-27', rang: 1 },
          { ...commun, nomNaissance: "D'ARGENSOL", prenoms: 'LEO', dateNaissance: '2016-06-18', rang: 1 },
          { ...commun, nomNaissance: 'D ARGENSOL', prenoms: 'LEA', dateNaissance: '2016-06-18', rang: 2 },
        ],
      }),
    )
  })

  it('un fichier de personnes plus long qu’un morceau de lecture', async () => {
    const dix = Array.from({ length: 10 }, () => membresDe('A')[0]).filter((membre) => membre !== undefined)
    const lu = await readVitale(direct(vitaleCard(dix, 'carte')))
    expect(lu.ok && lu.value.beneficiaires.map(({ rang }) => rang)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
  })

  it('deux cartes n’ont pas le même numéro ; sans numéro lisible, il est nul', async () => {
    const [une, autre] = await Promise.all([
      readVitale(direct(vitaleCard(membresDe('A'), 'une'))),
      readVitale(direct(vitaleCard(membresDe('A'), 'autre'))),
    ])
    expect(une.ok && autre.ok && une.value.serie !== autre.value.serie).toBe(true)
    const sans = await readVitale(direct(cardHolding(personne({}))))
    expect(sans.ok && sans.value.serie).toBeNull()
  })

  it.each([
    ['carte CPS', cpsCard('2609990001')],
    ['carte inconnue', unknownCard()],
  ])('%s : sans application Vitale, la carte n’est pas reconnue', async (_nom, card) => {
    expect(await readVitale(direct(card))).toEqual({ ok: false, error: { code: 'cartes/non-reconnue' } })
  })
})

describe('une carte ne donne que ce qu’elle porte', () => {
  it.each([
    ['date lunaire gardée', { 0x82: '19420000' }, { dateNaissance: '1942-00-00' }],
    ['NIR avec sa clé', { 0x93: '287042901990143' }, { nirAssure: '287042901990143' }],
    ['accents et blancs de remplissage', { 0x81: ' ZOÉ   ' }, { prenoms: 'ZOÉ' }],
  ])('%s', async (_cas, champs, attendu) => {
    const lu = await readVitale(direct(cardHolding(personne(champs))))
    expect(lu.ok && lu.value.beneficiaires[0]).toMatchObject(attendu)
  })

  it.each([
    ['clé du NIR fausse', { 0x93: '287042901990144' }],
    ['NIR trop court', { 0x93: '28704' }],
    ['date qui n’est pas huit chiffres', { 0x82: '1987-412' }],
    ['nom vide', { 0x80: '   ' }],
    ['caractère de commande dans le prénom', { 0x81: 'AN\u0000NE' }],
  ])('%s : rien n’est repris, pas même la personne bien écrite qui précède', async (_cas, champs) => {
    const contenu = Buffer.concat([personne({}), personne(champs)])
    expect(await readVitale(direct(cardHolding(new Uint8Array(contenu))))).toEqual(ILLISIBLE)
  })
})

describe('jamais d’identité partielle', () => {
  const entiere = vitaleCard(membresDe('B'), 'carte')
  const failingAt = (rang: number): CardChannel & { envoyees: () => number } => {
    let envoyees = 0
    return {
      envoyees: () => envoyees,
      transmit: async (commande) => {
        envoyees += 1
        if (envoyees === rang) return echec(refuser('cartes/retiree'))
        return succes(await entiere.apdu(commande))
      },
    }
  }

  it('carte retirée à chaque commande possible : un refus et rien d’autre', async () => {
    const complete = failingAt(Infinity)
    await readVitale(complete)
    expect(complete.envoyees()).toBeGreaterThan(12)
    for (let rang = 1; rang <= complete.envoyees(); rang += 1) {
      entiere.reset()
      expect(await readVitale(failingAt(rang))).toEqual({ ok: false, error: { code: 'cartes/retiree' } })
    }
  })

  it('fichier coupé à n’importe quel octet : contenu illisible, ou les seules personnes entières', async () => {
    const contenu = new Uint8Array(Buffer.concat([personne({}), personne({ 0x81: 'LOUISE' })]))
    const une = personne({}).length
    for (let longueur = 1; longueur < contenu.length; longueur += 1) {
      const lu = await readVitale(direct(cardHolding(contenu.slice(0, longueur))))
      expect(lu.ok ? lu.value.beneficiaires.length : lu).toEqual(longueur === une ? 1 : ILLISIBLE)
    }
  })

  it('octets abîmés : toujours un refus ou des personnes aux champs entiers', async () => {
    const contenu = new Uint8Array(Buffer.concat([personne({}), personne({ 0x81: 'LOUISE' })]))
    const abime = fc.array(fc.tuple(fc.nat({ max: contenu.length - 1 }), fc.nat({ max: 255 })), {
      minLength: 1,
      maxLength: 4,
    })
    await fc.assert(
      fc.asyncProperty(abime, async (coups) => {
        const copie = Uint8Array.from(contenu)
        for (const [place, octet] of coups) copie[place] = octet
        const lu = await readVitale(direct(cardHolding(copie)))
        expect(lu.ok ? lu.value.beneficiaires.every(whole) : lu).toEqual(lu.ok ? true : ILLISIBLE)
      }),
      { numRuns: 500 },
    )
  })

  it('réponses quelconques d’une carte : la lecture finit, sans jamais lever d’erreur', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(fc.uint8Array({ maxLength: 20 })), async (reponses) => {
        const card: CardChannel = {
          transmit: () => Promise.resolve(succes(reponses.next().value ?? new Uint8Array())),
        }
        expect(typeof (await readVitale(card)).ok).toBe('boolean')
      }),
      { numRuns: 300 },
    )
  })
})
