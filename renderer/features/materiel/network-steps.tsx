import { useEffect, useRef } from 'react'
import type { TestReseau } from '#contracts/materiel.ts'
import { LIBELLES_ETAPE, phraseEtape } from '#domain/insi/etape-reseau.ts'
import { Shape, type ShapeName } from '../../ui/shape.tsx'

type Etape = TestReseau['etapes'][number]

/** A word and a shape for each outcome: the colour only says it again. */
const ETATS: Readonly<Record<Etape['etat'], readonly [mot: string, forme: ShapeName]>> = {
  reussie: ['Réussie', 'pret'],
  'a-surveiller': ['À surveiller', 'attention'],
  echouee: ['Échouée', 'majeur'],
  'non-faite': ['Non faite', 'provisoire'],
}

/** What each step found, why, and what to do. */
export function NetworkSteps({ etapes, fichier }: TestReseau) {
  const zone = useRef<HTMLElement>(null)
  // Focused so that the arrows scroll it, and that what was found is read at once.
  useEffect(() => zone.current?.focus(), [])
  return (
    <>
      <p className="bilan-reseau">{bilanDe(etapes)}</p>
      <section ref={zone} className="defilant etapes-reseau" aria-label="Étapes du test" {...{ tabIndex: 0 }}>
        <ol>
          {etapes.map((etape) => (
            <Step key={`${etape.etape} ${etape.sur}`} {...etape} />
          ))}
        </ol>
      </section>
      <p className="note">
        Rapport sans identité ni secret, à joindre à une demande d’aide :{' '}
        <span className="chemin">{fichier}</span>
      </p>
    </>
  )
}

function Step(etape: Etape) {
  const [mot, forme] = ETATS[etape.etat]
  return (
    <li className="etape-reseau" data-etat={etape.etat}>
      <Shape name={forme} />
      <span className="etape-mot">{mot}</span>
      <strong>{LIBELLES_ETAPE[etape.etape]}</strong>
      <span>
        {phraseEtape(etape)}
        <span className="chemin">
          {[etape.sur, etape.code, dureeDe(etape)].filter((dit) => dit !== null).join(' · ')}
        </span>
      </span>
    </li>
  )
}

const dureeDe = ({ dureeMs }: Etape): string | null => (dureeMs === 0 ? null : `${dureeMs}\u00a0ms`)

/** What the whole test says, before its steps. */
function bilanDe(etapes: readonly Etape[]): string {
  const compter = (etat: Etape['etat']) => etapes.filter((etape) => etape.etat === etat).length
  const echouees = compter('echouee')
  if (echouees > 0) return `INSi ne peut pas être appelé d’ici : ${enNombre(echouees)} à corriger.`
  const surveillees = compter('a-surveiller')
  if (surveillees > 0) return `INSi répond ; ${enNombre(surveillees)} à surveiller.`
  return etapes.some(({ etape, etat }) => etape === 'appel' && etat === 'reussie')
    ? 'INSi répond : rien à corriger.'
    : 'Le chemin est libre ; l’appel d’essai n’a pas été fait.'
}

const enNombre = (nombre: number): string => (nombre === 1 ? 'une étape' : `${nombre} étapes`)
