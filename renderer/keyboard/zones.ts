/** The zones F6 goes round, in reading order. Each is an element `data-zone`, entered by its `data-entree` or first field. */
const RONDE = [
  'carte',
  'traits',
  'recherche',
  'travail',
  'suivi',
  'doublons',
  'piece',
  'insi',
  'impression',
] as const

export type ZoneRonde = (typeof RONDE)[number]

const ENTREES = [
  '[data-entree]',
  '[role=option][aria-selected=true]',
  '[role=option]',
  'input:not([readonly]):not([disabled])',
  'button:not([disabled])',
  'input',
]

/** Puts the focus in a zone; false when it has nothing to focus. */
export function focusZone(page: Document, zone: ZoneRonde): boolean {
  const element = page.querySelector(`[data-zone=${zone}]`)
  for (const entree of ENTREES) {
    const target = element?.querySelector<HTMLElement>(entree)
    if (!target) continue
    target.focus()
    target.scrollIntoView({ block: 'nearest' })
    return true
  }
  return false
}

/** Goes to the next zone (`pas` 1) or the previous one (-1), past those that have nothing to focus. */
export function goRound(page: Document, pas: 1 | -1): void {
  const ici = RONDE.findIndex((zone) => page.activeElement?.closest(`[data-zone=${zone}]`))
  const depart = ici === -1 && pas === -1 ? 0 : ici
  for (let tour = 1; tour <= RONDE.length; tour += 1) {
    const zone = RONDE[(depart + pas * tour + RONDE.length * 2) % RONDE.length]
    if (zone && focusZone(page, zone)) return
  }
}

/** Puts the focus in the first trait to type: refused, then empty, then the first one. */
export function focusTrait(page: Document): void {
  const champs = [...page.querySelectorAll<HTMLElement>('[data-champ]')]
  const champ =
    champs.find((candidat) => candidat.dataset['champ'] === 'refuse') ??
    champs.find((candidat) => candidat.dataset['champ'] === 'vide') ??
    champs[0]
  if (champ) focusField(champ)
}

/** Goes to the field after the one that has the focus; false after the last one. */
export function focusNextField(page: Document): boolean {
  const champs = [...page.querySelectorAll<HTMLElement>('[data-champ]')]
  const ici = champs.findIndex((champ) => champ.contains(page.activeElement))
  const suivant = champs[ici + 1]
  if (!suivant) return false
  focusField(suivant)
  return true
}

function focusField(champ: HTMLElement): void {
  const cible =
    champ.querySelector<HTMLInputElement>('input:checked') ?? champ.querySelector<HTMLInputElement>('input')
  cible?.focus()
  if (cible?.type === 'text') cible.select()
}
