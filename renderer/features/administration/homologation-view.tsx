import { useState } from 'react'
import type { VueHomologation } from '#contracts/administration.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import type { ClientPoste } from '../../poste.ts'
import { Panel } from '../../ui/panel.tsx'
import { ActForm, Field } from './act-form.tsx'
import { ecrireInstant } from './phrase-acte.ts'
import { useReading } from './use-reading.ts'

const DISPENSES: Record<NonNullable<VueHomologation['dispense']>, string> = {
  simulation:
    'Ce poste est en simulation, comme le dit sa configuration\u00a0: il n’appelle que l’INSi simulé de ce PC, et la décision n’est pas exigée.',
  cpx: 'Ce poste appelle INSi par la carte de chaque agent, comme le dit sa configuration\u00a0: la décision ne porte que sur le certificat de l’établissement, et n’est pas exigée.',
}

const lire = (administration: ClientPoste['administration']) => administration.homologation()

/** The decision that opens INSi calls by organisation certificate. Source: OR-13. */
export function HomologationView() {
  const [lue, relire] = useReading(lire)
  const [essai, setEssai] = useState(0)
  if (!lue) return <Panel titre="Homologation" />
  const { homologation } = lue
  return (
    <div className="deux-colonnes">
      <Tenue {...lue} />
      <ActForm
        key={essai}
        titre={homologation ? 'Enregistrer une nouvelle décision' : 'Enregistrer la décision'}
        apercu="L’autohomologation de sécurité, signée par la direction ou le RSSI, autorise l’accès à INSi par le certificat de l’établissement&nbsp;; elle est enregistrée sous votre identifiant et ouvre les appels aussitôt."
        confirmer="Enregistrer"
        fait={() => {
          setEssai(essai + 1)
          void relire()
        }}
        abandonner={() => setEssai(essai + 1)}
        demande={(champ) => (administration) =>
          administration.homologuer({
            reference: champ('reference'),
            date: champ('date'),
            signataire: champ('signataire'),
            document: champ('document'),
          })
        }
      >
        <div className="rangee rangee-egale">
          <Field nom="reference" libelle="Référence de la décision" maxLength={120} />
          <Field nom="date" libelle="Date (jj/mm/aaaa)" maxLength={10} />
        </div>
        <div className="rangee rangee-egale">
          <Field nom="signataire" libelle="Nom et qualité du signataire" maxLength={120} />
          <Field nom="document" libelle="Nom du document" maxLength={120} />
        </div>
      </ActForm>
    </div>
  )
}

function Tenue({ dispense, homologation }: VueHomologation) {
  return (
    <Panel titre="Décision enregistrée">
      {homologation ? (
        <dl className="fiche">
          <dt>Référence</dt>
          <dd>{homologation.reference}</dd>
          <dt>Date</dt>
          <dd>{ecrireJour(homologation.date)}</dd>
          <dt>Signataire</dt>
          <dd>{homologation.signataire}</dd>
          <dt>Document</dt>
          <dd>{homologation.document}</dd>
          <dt>Enregistrée</dt>
          <dd>
            par {homologation.par}, {ecrireInstant(homologation.le)}
          </dd>
        </dl>
      ) : (
        <p>{dispense ? 'Aucune.' : 'Aucune\u00a0: les appels INSi par certificat sont refusés.'}</p>
      )}
      {dispense && <p className="note">{DISPENSES[dispense]}</p>}
    </Panel>
  )
}
