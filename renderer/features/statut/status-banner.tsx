import { CIRCONSTANCES } from '#domain/admission/circonstance.ts'
import { lireVenue } from '#domain/admission/venue.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { ecrireJour } from '#domain/identite/date-naissance.ts'
import { OIDS, ecrireMatricule } from '#domain/identite/matricule.ts'
import { useDeskState } from '../../store/use-desk.ts'
import { LIBELLES_STATUT } from '../../ui/libelles-statut.ts'
import { Shape } from '../../ui/shape.tsx'
import type { Geste } from '../../workflow/geste.ts'
import { DeskStrip } from './desk-strip.tsx'

interface StatusBannerProps {
  readonly onGeste: (geste: Geste) => unknown
}

/** Who is at the desk and how far the identity can be trusted; always in sight. */
export function StatusBanner({ onGeste }: StatusBannerProps) {
  const vue = useDeskState((state) => state.admission)
  return (
    <header className="bandeau" data-statut={vue?.statut ?? 'aucun'}>
      {vue ? <Statut vue={vue} /> : <h1 className="statut">Aucun patient</h1>}
      <div className="bandeau-identite">{vue && <Identite vue={vue} />}</div>
      <DeskStrip onGeste={onGeste} />
    </header>
  )
}

function Statut({ vue }: { readonly vue: VueAdmission }) {
  return (
    <p className="statut">
      <Shape name={vue.statut} />
      <span>{LIBELLES_STATUT[vue.statut]}</span>
    </p>
  )
}

const SEXES: Readonly<Record<string, string>> = { F: 'Féminin', M: 'Masculin', I: 'Sexe indéterminé' }
const ATTRIBUTS = { homonyme: 'Homonyme', douteux: 'Douteux', fictif: 'Fictif' } as const

function Identite({ vue }: { readonly vue: VueAdmission }) {
  const { saisie } = vue
  const venue = lireVenue(vue.venue)
  const valeur = (trait: keyof typeof saisie): string => saisie[trait]?.valeur ?? ''
  const nom = valeur('nomNaissance')
  const utilise = [valeur('nomUtilise'), valeur('prenomUtilise')].filter((texte) => texte !== '').join(' ')
  return (
    <>
      <h1 className="patient">
        {nom === '' && valeur('premierPrenom') === '' ? (
          <span className="attenue">Nouveau patient</span>
        ) : (
          <>
            <span className="patient-nom">{nom}</span> <span>{valeur('premierPrenom')}</span>
          </>
        )}
        {utilise !== '' && <span className="patient-utilise">utilisé&nbsp;: {utilise}</span>}
      </h1>
      <p className="patient-details">
        {vue.attributs.map((attribut) => (
          <span key={attribut} className="attribut">
            <Shape name="attention" />
            {ATTRIBUTS[attribut]}
          </span>
        ))}
        {vue.population.circonstance !== 'ordinaire' && (
          <span className="attribut">
            <Shape name="attention" />
            {CIRCONSTANCES[vue.population.circonstance].libelle}
          </span>
        )}
        {valeur('dateNaissance') !== '' && (
          <span>
            Naissance {ecrireJour(valeur('dateNaissance'))}
            {vue.population.dateIncertaine && ' (incertaine)'}
          </span>
        )}
        {valeur('sexe') !== '' && <span>{SEXES[valeur('sexe')]}</span>}
        <span>IPP {vue.ipp}</span>
        <span>NDA {vue.nda}</span>
        {venue !== '' && <span>{venue}</span>}
        {vue.ins && (
          <span className="matricule">
            INS {ecrireMatricule(vue.ins.matricule)} ({OIDS[vue.ins.oid]})
          </span>
        )}
        {vue.population.anciensMatricules.length > 0 && (
          <span>
            Ancien :{' '}
            {vue.population.anciensMatricules.map(({ matricule }) => ecrireMatricule(matricule)).join(', ')}
          </span>
        )}
      </p>
    </>
  )
}
