import type { GenreCarte } from '#domain/cartes/etat-cartes.ts'

/**
 * Exact answers to reset, in hexadecimal. Sources: Debian pcsc-tools `smartcard_list.txt`; ANS Cryptolib CPS 5.2,
 * card-cps3.c and card-cps4.c, which compare whole ATRs too.
 */
const ATRS: readonly (readonly [RegExp, GenreCarte])[] = [
  // Vitale 2: historical bytes 4x 09, all T=0; x = 6 is labelled "Health Care card", and one known card says FA for EA.
  [/^3B751300004[3-9]09[EF]A9000$/, 'vitale2'],
  // Vitale 1, Bull CP8 "SCOT" chip, inverse convention. 3F6525002B09EB9000 is a plain Scot 5 and stays unknown.
  [/^3F6525002[2C]09[F6]99000$/, 'vitale1'],
  [/^3F65250052096A9000$/, 'vitale1'],
  [/^3F652500A[34]096A9000$/, 'vitale1'],
  // CPS3 by contact, and its predecessor CPS2ter, a professional card all the same.
  [/^3BAC00402A001225006480000310009000$/, 'cps3'],
  [/^3BAC00402A001225006480820212009000$/, 'cps3'],
  [/^3B8F80010031B86404B0ECC1739401808290000E$/, 'cps3-sans-contact'],
  // CPS4: the issued card, then the two pre-series (the second speaks T=0 only).
  [/^3B9B188001001225006480040100009044$/, 'cps4'],
  [/^3B9B188001001225006480000401009044$/, 'cps4'],
  [/^3BDC18FF00001225006480000401009000$/, 'cps4'],
  // Badge of a health insurance agent: neither a patient's nor a caregiver's card.
  [/^3B6700002D201601789000$/, 'agent-cnam'],
]

/** Tells a card by its answer to reset. Only a hint: reading confirms it by selecting the card's application. */
export function recognise(atr: Uint8Array): GenreCarte {
  const texte = Buffer.from(atr).toString('hex').toUpperCase()
  return ATRS.find(([forme]) => forme.test(texte))?.[1] ?? 'inconnue'
}
