import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFrameDecoder, encodeFrame } from '#contracts/transport/frame.ts'
import { preparerDemande } from '#domain/insi/demande.ts'
import { messageDatamatrix } from '#domain/etiquette/datamatrix-ins.ts'
import { lireDatamatrix } from '#domain/etiquette/lire-datamatrix.ts'
import { ecrireFichierIdentite, lireFichierIdentite } from '#domain/identite/fichier-identite.ts'
import { lireTrait } from '#domain/identite/lire-trait.ts'
import { cleDe, parseMatriculeIns } from '#domain/identite/matricule.ts'
import { normaliserPrenoms, normaliserTrait } from '#domain/identite/normaliser.ts'
import { estPremierPrenomDe } from '#domain/identite/premier-prenom.ts'
import { LIBELLES_TRAITS, TRAITS } from '#domain/identite/traits.ts'
import { readTlvs } from '#native-bridge/apdu/tlv.ts'
import { readBeneficiaires } from '#native-bridge/cards/vitale/beneficiaires.ts'
import { readPointers } from '#native-bridge/cards/vitale/files.ts'
import { readDemande, readNouvelle } from '#native-bridge/proc/read-message.ts'
import { lireDocument } from '#services/coffre/document-admission.ts'
import { lireModes } from '#services/impression/lecture-c40.ts'
import { decodeAnswer } from '#services/impression/ipp/decode-message.ts'
import { readAnswer } from '#services/insi/read-answer.ts'
import { lireLigne } from '#services/journal/ligne.ts'
import { abime, octets, saisie } from './arbitraires.ts'
import { eprouver, passagesDeCampagne } from './eprouver.ts'
import { FICHIER, MESSAGE_INS, REPONSE_INSI } from './exemples.ts'

const AUJOURDHUI = '2026-11-22'
const NOMS = ['nomNaissance', 'prenomsNaissance', 'premierPrenom', 'nomUtilise', 'prenomUtilise'] as const
const entier = fc.nat(255)
const MESSAGE = /^IS010{22}S1.{15}S2.{19,20}S3.+S4.+S5[FM]S6[\d-]{10}S7.{5}$/

describe('écriture RNIV des noms, entrées quelconques', () => {
  it('la normalisation d’un nom est idempotente', () =>
    eprouver(saisie, (texte) => {
      const une = normaliserTrait(texte)
      expect(normaliserTrait(une)).toBe(une)
    }))

  it('la normalisation des prénoms est idempotente', () =>
    eprouver(saisie, (texte) => {
      const une = normaliserPrenoms(texte)
      expect(normaliserPrenoms(une)).toBe(une)
    }))

  it('un nom accepté n’a que A à Z, espace, apostrophe et trait d’union, et se relit à l’identique', () =>
    eprouver(fc.tuple(fc.constantFrom(...NOMS), saisie), ([trait, texte]) => {
      const lu = lireTrait(trait, texte, AUJOURDHUI)
      if (!lu.ok) return
      expect(lu.value).toMatch(/^(?! )[A-Z '-]{1,100}(?<! )$/)
      expect(lireTrait(trait, lu.value, AUJOURDHUI)).toEqual(lu)
    }))
})

describe('aucune entrée ne fait tomber une lecture du domaine', () => {
  it('lireTrait', () =>
    eprouver(fc.tuple(fc.constantFrom(...TRAITS), saisie), ([trait, texte]) => {
      const lu = lireTrait(trait, texte, AUJOURDHUI)
      expect(lu.ok || lu.error.code.length > 0).toBe(true)
    }))

  it('parseMatriculeIns : ce qui est accepté a quinze caractères et sa clé', () =>
    eprouver(fc.oneof(saisie, matricules()), (texte) => {
      const lu = parseMatriculeIns(texte)
      expect(lu.ok ? [lu.value.length, lu.value.slice(13)] : null).toEqual(
        lu.ok ? [15, cleDe(lu.value.slice(0, 13))] : null,
      )
    }))

  it('lireFichierIdentite, valeurs quelconques', () =>
    eprouver(fc.jsonValue(), (valeur) => {
      const lu = lireFichierIdentite(valeur, AUJOURDHUI)
      expect(lu.ok).toBe(false)
    }))

  it('lireFichierIdentite, un champ changé : accepté, il se relit à l’identique', () =>
    eprouver(champChange(), (fichier) => {
      const lu = lireFichierIdentite(fichier, AUJOURDHUI)
      expect(lu.ok ? lireFichierIdentite(ecrireFichierIdentite(lu.value), AUJOURDHUI) : lu).toEqual(lu)
    }))

  it('messageDatamatrix : en-tête puis S1 à S7 dans l’ordre, ou un refus', () =>
    eprouver(champChange(), (fichier) => {
      const lu = lireFichierIdentite(fichier, AUJOURDHUI)
      const message = lu.ok ? messageDatamatrix(lu.value) : lu
      expect(!message.ok || MESSAGE.test(message.value)).toBe(true)
    }))

  it('lireDatamatrix : tout texte, et tout message abîmé', () =>
    eprouver(fc.oneof(saisie, abime(Buffer.from(MESSAGE_INS)).map(String)), (message) =>
      expect(lireDatamatrix(message)).toHaveProperty('ok'),
    ))

  it('estPremierPrenomDe : une liste a toujours son début pour premier prénom', () =>
    eprouver(fc.array(fc.stringMatching(/^[A-Z]{1,6}$/), { minLength: 1, maxLength: 5 }), (mots) => {
      const liste = mots.join(' ')
      for (const rang of mots.keys())
        expect(estPremierPrenomDe(mots.slice(0, rang + 1).join('-'), liste)).toBe(true)
    }))

  it('preparerDemande', () =>
    eprouver(
      fc.record({
        nomNaissance: fc.option(saisie),
        premierPrenom: fc.option(saisie),
        sexe: fc.option(fc.constantFrom('F', 'M', 'I', 'X')),
        dateNaissance: fc.option(saisie),
        lieuNaissance: fc.option(saisie),
      }),
      (traits) => {
        const demande = preparerDemande(traits, [])
        expect(!demande.ok || /^[FM]$/.test(demande.value.sexe)).toBe(true)
      },
    ))
})

describe('aucune suite d’octets ne fait tomber une lecture du dehors', () => {
  it('objets TLV d’une carte', () =>
    eprouver(octets, (bytes) => expect(readTlvs(bytes)).toHaveProperty('ok')))
  it('plan des fichiers d’une carte Vitale', () =>
    eprouver(octets, (bytes) => expect(readPointers(bytes)).toHaveProperty('ok')))
  it('bénéficiaires d’une carte Vitale', () =>
    eprouver(octets, (bytes) => expect(readBeneficiaires(bytes)).toHaveProperty('ok')))

  it('réponse INSi abîmée : jamais une identité que la réponse ne portait pas, jamais 01 ni 02', () =>
    eprouver(abime(Buffer.from(REPONSE_INSI)), (corps) => {
      const { resultat } = readAnswer({
        statut: 200,
        contentType: 'application/soap+xml; charset=utf-8',
        corps,
      })
      expect(resultat.ok && resultat.value.codeCR !== '00').toBe(false)
    }))

  it('réponse INSi quelconque', () =>
    eprouver(
      fc.record({
        statut: fc.constantFrom(200, 500, 404),
        contentType: fc.oneof(fc.constantFrom('application/soap+xml', 'text/html', ''), saisie),
        corps: fc.oneof(
          octets,
          fc
            .string({ unit: fc.constantFrom('<', '>', '/', '&', '"', 'a', ';', '!', '[', ']', '-') })
            .map((texte) => Buffer.from(texte)),
        ),
      }),
      (reponse) => expect(readAnswer(reponse).resultat.ok).toBe(false),
    ))

  it('trame du tube privé, coupée n’importe où', () =>
    eprouver(fc.tuple(abime(trame()), fc.nat(40)), ([bytes, coupe]) => {
      const decoder = createFrameDecoder()
      const debut = decoder(bytes.subarray(0, coupe))
      expect(debut.ok ? decoder(bytes.subarray(coupe)) : debut).toHaveProperty('ok')
    }))

  it('messages du processus des cartes', () =>
    eprouver(fc.oneof(fc.jsonValue(), nouvelles()), (message) => {
      expect([readDemande(message)?.numero].length).toBe(1)
      expect(readNouvelle(message)?.type).not.toBe('lireVitale')
    }))

  it('réponse d’une imprimante', () =>
    eprouver(fc.oneof(octets, fc.uint8Array({ minLength: 9, maxLength: 60 })), (bytes) =>
      expect(typeof decodeAnswer(bytes)?.status).toMatch(/number|undefined/),
    ))
  it('codewords d’un symbole', () =>
    eprouver(fc.array(entier, { maxLength: 60 }), (codewords) =>
      expect(typeof lireModes(codewords)?.texte).toMatch(/string|undefined/),
    ))
  it('ligne du journal', () =>
    eprouver(
      fc.oneof(
        octets,
        saisie.map((texte) => Buffer.from(texte)),
      ),
      (ligne) => expect(lireLigne(Buffer.from(ligne))).toBeNull(),
    ))
  it('document du coffre', () =>
    eprouver(fc.oneof(saisie, fc.json()), (texte) => expect(lireDocument(texte).ok).toBe(false)))
})

it('la forme longue compte au moins cent mille passages', () =>
  expect(passagesDeCampagne()).toBeGreaterThanOrEqual(100_000))

it('les exemples que l’on abîme sont acceptés intacts', () => {
  expect(lireFichierIdentite(FICHIER, AUJOURDHUI).ok).toBe(true)
  const corps = Buffer.from(REPONSE_INSI)
  expect(readAnswer({ statut: 200, contentType: 'application/soap+xml', corps }).resultat.ok).toBe(true)
})

it('chaque trait a un libellé, donc est éprouvé', () =>
  expect(Object.keys(LIBELLES_TRAITS)).toEqual([...TRAITS]))

/** Numbers of the right form, half of them with the right key. */
function matricules(): fc.Arbitrary<string> {
  const numero = fc
    .tuple(
      fc.stringMatching(/^[1-478]\d{4}$/),
      fc.constantFrom('2A', '2B', '75', '99', '00'),
      fc.stringMatching(/^\d{6}$/),
    )
    .map((parts) => parts.join(''))
  return fc
    .tuple(numero, fc.boolean(), fc.stringMatching(/^\d\d$/))
    .map(([treize, juste, autre]) => treize + (juste ? cleDe(treize) : autre))
}

/** The file of a qualified identity, one to three of its fields replaced. */
function champChange(): fc.Arbitrary<unknown> {
  const valeur = fc.oneof(saisie, fc.jsonValue(), fc.constant(null))
  return fc
    .array(fc.tuple(fc.constantFrom(...Object.keys(FICHIER)), valeur), { maxLength: 3 })
    .map((changes) => ({ ...FICHIER, ...Object.fromEntries(changes) }))
}

function trame(): Uint8Array {
  return encodeFrame({ channel: 3, kind: 'text', payload: Buffer.from('{"i":"1","p":[]}') })
}

/** Messages with the right outside and any inside. */
function nouvelles(): fc.Arbitrary<unknown> {
  return fc.record({
    type: fc.constantFrom('battement', 'etat', 'lecture', 'lireVitale', 'annuler'),
    numero: fc.oneof(fc.integer(), fc.jsonValue()),
    etat: fc.jsonValue(),
    resultat: fc.record({ ok: fc.boolean(), value: fc.jsonValue(), error: fc.jsonValue() }),
  })
}
