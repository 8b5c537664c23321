import { mots, type Tirage } from './tirage.ts'

// Names are assembled, not listed: they sound right, and nobody is known to bear them.
const DEBUTS = mots(
  'BRA CHAVI DROU ESCA FERLA GARDE HOUDRE JOUVA LESPI MARVE NOGUE ORVAI PELLI QUINTRE RIVA SAUVE TREVI VERDO BOUDRE CASTRE DELMA FOUCHE GRISE LAVERDE MIRAUDE PONTRE ROQUEVE SERVI TOURNI VILLEBRE',
)
const MILIEUX = mots('L N R BERT CHAM DIN GAL LIN MAR NER PIN RAND SON TEL VAN')
const FINS = mots('AC ARD AS AULT AY EAU EL ENC ERON ET EY IER IGNY IN INGUE ISSE ON OT OUX UREL')
const AILLEURS_DEBUTS = mots(
  'BENZA OULA DJEMI KOUSSA NDIA MBOKA TRAOU SANTARE OLIVA PEREI YILDA KOVALE NGUYA THARU RASOA',
)
const AILLEURS_FINS = mots(
  'RHI DANE MASSI NGO LAYE BEKO RENHO VEDRA LMAZ TSKI MPHONG NATHAN MANANA KHALEF ZOUI',
)

const SIMPLES = DEBUTS.length * MILIEUX.length * FINS.length

/** A birth name: a few are borne by many, most by few; some compound, some with a particle. */
export function tirerNom(tirage: Tirage, ailleurs: boolean): string {
  if (ailleurs) return tirage.frequent(AILLEURS_DEBUTS) + tirage.un(AILLEURS_FINS)
  const nom = tirerSimple(tirage)
  const forme = tirage.nombre()
  if (forme < 0.02) return `${nom}-${tirerSimple(tirage)}`
  if (forme < 0.027) return `${nom} ${tirerSimple(tirage)}`
  if (forme < 0.03) return `${nom}--${tirerSimple(tirage)}`
  if (forme < 0.05) return /^[AEIOU]/.test(nom) ? `D'${nom}` : `DE ${nom}`
  return forme < 0.056 ? `LE ${nom}` : nom
}

function tirerSimple(tirage: Tirage): string {
  const rang = Math.floor(SIMPLES * tirage.nombre() ** 2)
  // Neighbours in rank must not be neighbours in spelling.
  const place = (rang * 7919) % SIMPLES
  const debut = DEBUTS[place % DEBUTS.length] ?? ''
  const milieu = MILIEUX[Math.floor(place / DEBUTS.length) % MILIEUX.length] ?? ''
  const fin = FINS[Math.floor(place / (DEBUTS.length * MILIEUX.length))] ?? ''
  return debut + milieu + fin
}
