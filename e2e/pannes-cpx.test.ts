import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest'
import { verifierPorteur, verifierPorteurInsi } from '#domain/cartes/verifier-porteur.ts'
import { phrases } from '#domain/refus/refus.ts'
import { estEmisPar } from '#native-bridge/cards/cpx/issuer.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { ouvrirBancCartes } from './banc-cartes.ts'
import { refusal } from './refusal.ts'

const ouvert = await ouvrirBancCartes()
const raison = typeof ouvert === 'string' ? ` (ignoré : ${ouvert})` : ''

/** The rows of the table of failures that are the professional card's. */
describe.skipIf(typeof ouvert === 'string')(
  `pannes de la carte professionnelle, ligne par ligne, sur le vrai service${raison}`,
  () => {
    if (typeof ouvert === 'string') return
    const { order, start, client, cpx, until, holds, presente, dossier } = ouvert

    beforeEach(() => start())
    afterEach(() => ouvert.rest())
    afterAll(() => ouvert.close())

    it('12 et 13. code CPx erroné, dernier essai, bloquée : dits un par un, jamais représentés ; bloquée, la carte le dit avant tout code', async () => {
      await order('inserer cpe-service cps')
      const { presence } = await presente()
      const present = (code: string, dernierEssai = false) =>
        client().cpx.ouvrir({ presence, code: Buffer.from(code), dernierEssai })
      expect(await present('0000')).toEqual(refusal('cpx/code-errone', /Code porteur erroné/))
      expect(await present('0000')).toEqual(
        refusal('cpx/code-errone-dernier', /qu’UN essai avant le blocage/),
      )
      expect(await present('1234')).toEqual(refusal('cpx/dernier-essai', /DERNIER essai.*confirmez/))
      expect(await present('0000', true)).toEqual(refusal('cpx/bloquee', /bloquée.*CPS Gestion/))
      await presente(({ code }) => code === 'bloque')
      expect(await present('1234')).toEqual(refusal('cpx/bloquee', /poursuivez avec votre mot de passe/))
    })

    it('14. CPE non nominative : nommée comme telle, refusée pour INSi avec le certificat de l’établissement en recours', async () => {
      await order('inserer cpe-service cps')
      const { porteur } = await presente()
      const cadre = { maintenant: new Date(), production: false }
      expect(verifierPorteurInsi(porteur, cadre)).toEqual(
        refusal('cpx/non-nominative', /pas nominative, INSi la refuse.*certificat de l'établissement/),
      )
      expect(verifierPorteur(porteur, cadre).ok).toBe(true)
    })

    it('15. CPx périmée, de test, d’une autorité inconnue : chacune dite, la carte de test refusée en production seulement', async () => {
      await order('inserer cps-perimee cps')
      const perimee = await presente()
      const maintenant = new Date()
      expect(verifierPorteur(perimee.porteur, { maintenant, production: false })).toEqual(
        refusal('cpx/perimee', /périmée/),
      )
      await order('inserer cps cps')
      const { porteur, certificats } = await presente((carte) => carte.presence !== perimee.presence)
      expect(verifierPorteur(porteur, { maintenant, production: true })).toEqual(
        refusal('cpx/carte-de-test', /carte de test.*poste de production/),
      )
      expect(verifierPorteur(porteur, { maintenant, production: false }).ok).toBe(true)
      const sienne = await readFile(ouvert.autorite, 'utf8')
      const autre = (await createAutoriteCpx(maintenant)).certificat
      expect([
        estEmisPar(certificats.signature, [sienne]),
        estEmisPar(certificats.signature, [autre]),
      ]).toEqual([true, false])
      expect(phrases['cpx/emetteur-inconnu']).toMatch(/aucune autorité connue/)
    })

    it('16. Cryptolib absente, ou trop ancienne pour une CPS4 : dit avec la version à demander, la Vitale se lit toujours', async () => {
      await order('inserer A vitale')
      await order('inserer cps4 cps')
      await until(() => cpx()?.etat === 'refusee')
      expect(cpx()).toMatchObject({ refus: 'cpx/bibliotheque-ancienne' })
      expect(phrases['cpx/bibliotheque-ancienne']).toMatch(/version 5\.2/)
      await start({ cryptolib: join(dossier, 'absente.so') })
      await until(() => cpx()?.etat === 'refusee')
      expect(cpx()).toMatchObject({ refus: 'cpx/bibliotheque-absente' })
      expect(phrases['cpx/bibliotheque-absente']).toMatch(/n'est pas installée.*version 5\.2/)
      await holds('vitale2')
      expect(await client().lireVitale()).toMatchObject({ ok: true })
    })
  },
)
