import { describe, expect, it } from 'vitest'
import { codeRefusDeCkr, REFUS_PAR_CKR } from './ckr-codes.ts'

describe('PKCS#11, chaque code donne une phrase à l’agent', () => {
  it.each([
    ['carte retirée (bibliothèque de l’ANS)', 179, 'cpx/retiree'],
    ['carte retirée pendant un échange', 50, 'cpx/retiree'],
    ['service de cartes arrêté', 48, 'cpx/retiree'],
    ['Vitale à la place d’une CPx', 225, 'cpx/non-reconnue'],
    ['code erroné', 160, 'cpx/code-errone'],
    ['code bloqué', 164, 'cpx/bloquee'],
    ['code non présenté', 257, 'cpx/code-requis'],
    ['mise à jour de la carte interrompue', 0x8000_0001, 'cpx/mise-a-jour-interrompue'],
    ['mécanisme refusé', 99, 'cpx/anomalie'],
    ['code inconnu', 0xdead, 'cpx/anomalie'],
  ])('%s : %i donne %s', (_cas, ckr, code) => expect(codeRefusDeCkr(ckr)).toBe(code))

  it('quinze codes ont leur propre phrase', () => expect(REFUS_PAR_CKR.size).toBe(15))
})
