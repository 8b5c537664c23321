import { ActionButton } from '../../ui/action-button.tsx'
import { Panel } from '../../ui/panel.tsx'
import { GESTES, type Geste } from '../../workflow/geste.ts'

const LIBELLES: Readonly<Record<(typeof GESTES)[number][1], string>> = {
  legende: 'Origine des traits\u00a0: ce que disent SM, CV, INSi, CB',
  'sans-carte': 'Répondre des traits d’une carte Vitale reprise',
  carte: 'Lire la carte Vitale, choisir le bénéficiaire',
  rechercher: 'Rechercher un patient déjà venu',
  attentes: 'Admissions qui attendent un acte de vous',
  preparees: 'Venues préparées avant l’arrivée du patient',
  conclure: 'Conclure un dossier repris\u00a0: renvoyer, mettre de côté',
  insi: 'Appeler INSi, ou vérifier une identité déjà connue',
  deverrouiller: 'Déverrouiller les traits retournés par INSi',
  'zone-suivante': 'Zone suivante',
  'zone-precedente': 'Zone précédente',
  'etat-civil': 'Changement d’état civil déclaré par le patient',
  circonstance: 'Circonstance\u00a0: mineur, nouveau-né, non identifié, anonyme',
  venue: 'Site, secteur et type d’admission de la venue',
  piece: 'Choisir la pièce d’identité',
  'retirer-piece': 'Retirer la pièce enregistrée',
  'joindre-copie': 'Joindre la copie de la pièce',
  'voir-copie': 'Voir la copie, motif à choisir',
  etiquettes: 'Imprimer les étiquettes',
  valider: 'Accepter la réponse d’INSi',
  ecarter: 'Écarter la réponse d’INSi',
  differer: 'Différer un appel à INSi resté sans réponse, y renoncer',
  fiche: 'Imprimer la fiche d’admission',
  'patient-suivant': 'Patient suivant',
  'fermer-session': 'Fermer la session',
  'changer-mot-de-passe': 'Changer mon mot de passe',
  administrer: 'Administrer\u00a0: personnes, formations, organisation',
  theme: 'Thème clair, sombre ou du système',
  annuler: 'Annuler l’appel, fermer la liste',
} satisfies Partial<Record<Geste, string>>

/** Between two patients: the keys of the desk, all of them. */
export function EmptyDesk({ onGeste }: { readonly onGeste: (geste: Geste) => unknown }) {
  return (
    <Panel
      titre="Touches du guichet"
      className="touches"
      cote={
        <>
          <ActionButton touche="Maj+F3" onPress={() => onGeste('attentes')}>
            À traiter
          </ActionButton>
          <ActionButton touche="Maj+F2" onPress={() => onGeste('preparees')}>
            Venues préparées
          </ActionButton>
        </>
      }
    >
      <dl>
        {GESTES.map(([touche, geste]) => (
          <div key={touche}>
            <dt>
              <kbd>{touche}</kbd>
            </dt>
            <dd>{LIBELLES[geste]}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}
