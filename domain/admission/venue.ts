/** What a visit is for the establishment: where, in which sector, and what for. */
export const CHAMPS_VENUE = ['site', 'secteur', 'typeAdmission'] as const

export type ChampVenue = (typeof CHAMPS_VENUE)[number]

/** Codes of the establishment, null where nothing was said. Source: OR-04, OR-06, OR-09. */
export type Venue = Readonly<Record<ChampVenue, string | null>>

export const VENUE_NON_DITE: Venue = { site: null, secteur: null, typeAdmission: null }

/** A value the establishment configured, and how it is read. */
export interface ValeurVenue {
  readonly code: string
  readonly libelle: string
}

/** The values an agent may choose among; an empty list has nothing to choose, and nothing to show. */
export type ChoixVenue = Readonly<Record<ChampVenue, readonly ValeurVenue[]>>

export const SANS_CHOIX: ChoixVenue = { site: [], secteur: [], typeAdmission: [] }

/** A visit and what it could be instead, as a screen shows it. */
export interface VueVenue extends Venue {
  readonly choix: ChoixVenue
}

export const aUnChoix = ({ choix }: VueVenue): boolean =>
  CHAMPS_VENUE.some((champ) => choix[champ].length > 0)

/** How a visit is read, in one line: what was said of it, where the establishment configured it. */
export const lireVenue = ({ choix, ...venue }: VueVenue): string =>
  CHAMPS_VENUE.flatMap((champ) => choix[champ].filter(({ code }) => code === venue[champ]))
    .map(({ libelle }) => libelle)
    .join(' · ')
