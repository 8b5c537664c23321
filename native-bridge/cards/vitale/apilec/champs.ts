import { cleDe } from '#domain/identite/matricule.ts'

/** `JJMMAAAA`, or `AAMMJJ` when the card does not say the century. Any digits: a lunar date is kept as it is. */
export function readDate(texte: string | null): string | null {
  const entiere = /^(\d{2})(\d{2})(\d{4})$/.exec(texte ?? '')
  if (entiere) return `${entiere[3]}-${entiere[2]}-${entiere[1]}`
  const sansSiecle = /^(\d{2})(\d{2})(\d{2})$/.exec(texte ?? '')
  return sansSiecle ? `..${sansSiecle[1]}-${sansSiecle[2]}-${sansSiecle[3]}` : null
}

/** Thirteen characters, with or without their key; a wrong key is a misread card. */
export function readNir(texte: string | null): string | null {
  const lu = /^(\d{5}(?:\d{2}|2[AB])\d{6})(\d{2})?$/.exec(texte?.replace(/\s/g, '') ?? '')
  if (!lu?.[1]) return null
  return lu[2] === undefined || lu[2] === cleDe(lu[1]) ? lu[0] : null
}
