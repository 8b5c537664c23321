import { momentDe } from '../guichet/jour.ts'

/** A batch name that tells the day and nothing of the patient. */
export const nommerLot = ({ now, uuid }: { readonly now: () => Date; readonly uuid: () => string }): string =>
  `${momentDe(now()).slice(0, 10).replaceAll('-', '')}-${uuid().slice(0, 6).toUpperCase()}`
