import { useState } from 'react'
import { DevicesView } from './devices-view.tsx'
import { NetworkView } from './network-view.tsx'
import '../../ui/materiel.css'

/** What IT looks at and tries of a workstation: its readers and cards, and from there the way to INSi. */
export function MaterielView() {
  const [reseau, setReseau] = useState(false)
  return reseau ? (
    <NetworkView onRevenir={() => setReseau(false)} />
  ) : (
    <DevicesView onReseau={() => setReseau(true)} />
  )
}
