import type { IndexLieux } from './indexer.ts'
import { estValide, type LienLieu, type Lieu } from './lieu.ts'

/** A full commune, an arrondissement or a country bears births; a déléguée or an associée is only a part of one. */
const estLieuDeNaissance = ({ nature }: Lieu): boolean => nature !== 'deleguee' && nature !== 'associee'

/** What the code names on a day, when it names a birth place then; a null day is today. */
export const lieuValide = (index: IndexLieux, code: string, jour: string | null): Lieu | null =>
  index.parCode.get(code)?.find((lieu) => estLieuDeNaissance(lieu) && estValide(lieu, jour)) ?? null

/** The places that the territory of `code` formed on an earlier day, nearest first. */
export const avantLe = (index: IndexLieux, code: string, jour: string): readonly Lieu[] =>
  suivre(code, {
    voisins: (ici) => (index.avant.get(ici) ?? []).filter((lien) => lien.date > jour),
    autre: (lien) => lien.de,
    trouver: (ici) => lieuValide(index, ici, jour),
  })

/** The places that the territory of `code` forms on a later day; a null day is today. */
export const apresLe = (index: IndexLieux, code: string, jour: string | null): readonly Lieu[] =>
  suivre(code, {
    voisins: (ici) => (index.apres.get(ici) ?? []).filter((lien) => jour === null || lien.date <= jour),
    autre: (lien) => lien.vers,
    trouver: (ici) => lieuValide(index, ici, jour),
  })

interface Parcours {
  readonly voisins: (code: string) => readonly LienLieu[]
  readonly autre: (lien: LienLieu) => string
  readonly trouver: (code: string) => Lieu | null
}

/** Walks the links from code to code until places valid on the day are met; a met place is not walked through. */
function suivre(depart: string, { voisins, autre, trouver }: Parcours): readonly Lieu[] {
  const aVoir = new Set([depart])
  const trouves: Lieu[] = []
  for (const code of aVoir)
    for (const lien of voisins(code)) {
      const suivant = autre(lien)
      const lieu = trouver(suivant)
      if (lieu) trouves.push(lieu)
      else aVoir.add(suivant)
    }
  return [...new Set(trouves)]
}
