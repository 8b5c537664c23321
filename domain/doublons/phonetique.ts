import { cleDeNom } from './cles.ts'

/** Rewritings of French spellings that sound alike, applied in this order to letters alone. */
const REECRITURES: readonly (readonly [son: RegExp, ecriture: string])[] = [
  [/PH/g, 'F'],
  [/(?:SCH|SH|CH)/g, '1'],
  [/H/g, ''],
  [/(?:EAU|AU|OT$|OD$|OS$)/g, 'O'],
  [/(?:AIN|EIN|IN|YN|AIM|YM|IM)(?![AEIOUYNM])/g, '2'],
  [/(?:AN|AM|EN|EM)(?![AEIOUYNM])/g, '3'],
  [/(?:AI|EI|ES$|ET$|EZ$|ER$)/g, 'E'],
  [/(?:QU|Q|CK|C(?![EIY]))/g, 'K'],
  [/(?:C|Z|X$)/g, 'S'],
  [/GU(?=[EIY])/g, 'K'],
  [/(?:J|G(?=[EIY]))/g, 'J'],
  [/G/g, 'K'],
  [/[YÏ]/g, 'I'],
  [/W/g, 'V'],
  [/(.)\1+/g, '$1'],
  [/[TDSXE]+$/g, ''],
]

/** A name as it sounds in French, roughly: a wider net than its spelling, never a proof of anything. */
export const sonDe = (nom: string): string =>
  REECRITURES.reduce((texte, [son, ecriture]) => texte.replace(son, ecriture), cleDeNom(nom))
