/** The heaviest leaflet worth sending to a desk printer, in bytes: told without loading what reads one. */
export const DEPLIANT_OCTETS_MAX = 2_000_000
