import type { KeyboardEvent } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'

interface ReasonListProps<Motif extends string> {
  /** What the list asks, in full for a screen reader. */
  readonly nom: string
  readonly legende: string
  readonly motifs: readonly (readonly [Motif, string])[]
  readonly onChoose: (motif: Motif) => unknown
}

/** Reasons, none preselected: a digit, or arrows and Entrée, chooses one. */
export function ReasonList<Motif extends string>({ nom, legende, motifs, onChoose }: ReasonListProps<Motif>) {
  const choisir = (motif: Motif | undefined): void => {
    if (motif) void onChoose(motif)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const choix = /^Digit([1-9])$|^Numpad([1-9])$/.exec(event.code)
    const rang = Number(/^[1-9]$/.test(event.key) ? event.key : (choix?.[1] ?? choix?.[2] ?? 0))
    if (rang === 0 || rang > motifs.length) return
    event.preventDefault()
    event.stopPropagation()
    choisir(motifs[rang - 1]?.[0])
  }
  return (
    // The digits are shortcuts of the list inside, which keeps its own keys.
    <fieldset className="motifs" onKeyDownCapture={onKeyDown}>
      <legend className="libelle">{legende}&nbsp;: un chiffre, ou flèches puis Entrée</legend>
      <ListBox
        aria-label={nom}
        className="liste liste-motifs"
        onAction={(motif) => choisir(motifs.find(([code]) => code === motif)?.[0])}
      >
        {motifs.map(([code, libelle], rang) => (
          <ListBoxItem key={code} id={code} textValue={libelle} className="option">
            <kbd>{rang + 1}</kbd>
            <span className="option-nom">{libelle}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </fieldset>
  )
}
