import type { KeyboardEvent, ReactNode } from 'react'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { MOTIFS_TRANSFERT } from '#domain/decision/faits-decision.ts'
import type { Suite } from '#domain/ecarts/ecart.ts'
import { typographier } from '#domain/refus/typographie.ts'
import { focusTrait, focusZone } from '../../keyboard/zones.ts'
import { useDesk, type Desk } from '../../store/use-desk.ts'

type Pas = Exclude<Suite, 'accepter' | 'accepter-motif'>

/** What each way out is called; accepting has its own key, F9. */
const LIBELLES: Readonly<Record<Pas, string>> = {
  'verifier-nom-naissance': 'Nom de naissance vérifié',
  'rappeler-insi': 'Rappeler INSi',
  'corriger-saisie': 'Corriger la saisie',
  'transferer-referent': 'Transférer au référent INS',
  'notice-insee': 'Imprimer la notice Insee',
  'renouveler-piece': 'Imprimer la notice pièce',
  'poursuivre-sans-ins': 'Poursuivre sans INS',
}

const estPas = (suite: Suite): suite is Pas => suite !== 'accepter' && suite !== 'accepter-motif'

const chiffreDe = ({ key, code }: KeyboardEvent): number =>
  Number(/^[1-9]$/.test(key) ? key : (/^(?:Digit|Numpad)([1-9])$/.exec(code)?.[1] ?? 0))

interface DecisionStepsProps {
  readonly vue: VueAdmission
  /** What the steps are about, such as the comparison; a digit works from there too. */
  readonly children?: ReactNode
}

/** The ways out of the decision tree, each by its digit; the call proposed also by F4. */
export function DecisionSteps({ vue, children }: DecisionStepsProps) {
  const desk = useDesk()
  const { decision } = vue
  const pas = decision.suites.filter(estPas)
  const jouer = (suite: Pas | undefined): void => {
    if (suite) void jouerSuite(desk, vue, suite)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const chiffre = event.ctrlKey || event.altKey ? 0 : chiffreDe(event)
    if (chiffre === 0) return
    event.preventDefault()
    event.stopPropagation()
    jouer(pas[chiffre - 1])
  }
  return (
    // The digits are shortcuts of the buttons inside, which keep their own keys.
    <fieldset
      className="suites"
      aria-label="Suites possibles"
      tabIndex={-1}
      data-entree=""
      onKeyDownCapture={onKeyDown}
    >
      {children}
      <p className="note">{typographier(decision.phrase)}</p>
      {decision.transfert && (
        <p className="note">Transféré au référent INS&nbsp;: {MOTIFS_TRANSFERT[decision.transfert]}.</p>
      )}
      <div className="pas">
        {pas.map((suite, rang) => (
          <button key={suite} type="button" className="bouton bouton-pas" onClick={() => jouer(suite)}>
            <kbd>{rang + 1}</kbd>
            <span>{libelleDe(suite, vue)}</span>
          </button>
        ))}
      </div>
    </fieldset>
  )
}

function libelleDe(suite: Pas, { decision }: VueAdmission): string {
  if (suite === 'rappeler-insi') return decision.relance?.libelle ?? LIBELLES[suite]
  const remise =
    (suite === 'notice-insee' && decision.notices.includes('insee')) ||
    (suite === 'renouveler-piece' && decision.notices.includes('piece'))
  return remise ? `${LIBELLES[suite]} (remise)` : LIBELLES[suite]
}

function jouerSuite({ acts }: Desk, { insi, decision }: VueAdmission, suite: Pas): unknown {
  switch (suite) {
    case 'verifier-nom-naissance':
      return acts.verifierNomNaissance()
    case 'rappeler-insi':
      return acts.interrogerInsi()
    case 'corriger-saisie':
      return focusTrait(document)
    case 'transferer-referent':
      return acts.transfererReferent(decision.motifTransfert)
    case 'notice-insee':
      return acts.imprimerNotice('insee')
    case 'renouveler-piece':
      return acts.imprimerNotice('piece')
    case 'poursuivre-sans-ins':
      return insi.etat === 'trouvee' ? acts.ecarterInsi() : focusZone(document, 'impression')
  }
}
