import type { KeyboardEvent } from 'react'
import { ListBox, ListBoxItem } from 'react-aria-components'
import { MOTIFS_ECART, type MotifEcart } from '#domain/admission/admission.ts'
import { useDesk } from '../../store/use-desk.ts'

const MOTIFS = Object.entries(MOTIFS_ECART) as readonly (readonly [MotifEcart, string])[]

/** Why a minor difference is accepted: a digit, or arrows and Entrée, chooses the reason and accepts. */
export function MotifList() {
  const { acts } = useDesk()
  const accepter = (motif: MotifEcart | undefined): void => {
    if (motif) void acts.accepterInsi(motif)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const choix = /^Digit([1-5])$|^Numpad([1-5])$/.exec(event.code)
    const rang = Number(/^[1-5]$/.test(event.key) ? event.key : (choix?.[1] ?? choix?.[2] ?? 0))
    if (rang === 0) return
    event.preventDefault()
    event.stopPropagation()
    accepter(MOTIFS[rang - 1]?.[0])
  }
  return (
    // The digits are shortcuts of the list inside, which keeps its own keys.
    <fieldset className="motifs" onKeyDownCapture={onKeyDown}>
      <legend className="libelle">Motif d’acceptation : un chiffre, ou flèches puis Entrée</legend>
      <ListBox
        aria-label="Motif d’acceptation de l’écart mineur"
        className="liste liste-motifs"
        onAction={(motif) => accepter(MOTIFS.find(([code]) => code === motif)?.[0])}
      >
        {MOTIFS.map(([code, libelle], rang) => (
          <ListBoxItem key={code} id={code} textValue={libelle} className="option">
            <kbd>{rang + 1}</kbd>
            <span className="option-nom">{libelle}</span>
          </ListBoxItem>
        ))}
      </ListBox>
    </fieldset>
  )
}
