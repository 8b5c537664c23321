import { Header, ListBox, ListBoxItem, ListBoxSection } from 'react-aria-components'
import { CHAMPS_VENUE, type ChampVenue, type VueVenue } from '#domain/admission/venue.ts'
import { useDesk, useDeskState } from '../../store/use-desk.ts'

const LIBELLES: Readonly<Record<ChampVenue, string>> = {
  site: 'Site',
  secteur: 'Secteur',
  typeAdmission: 'Type d’admission',
}

/** What this visit may be, where the establishment leaves a choice; chosen by one key. Source: OR-04, OR-06, OR-09. */
export function VenueList() {
  const { acts } = useDesk()
  const venue = useDeskState((state) => state.admission?.venue)
  if (!venue) return null
  const choisir = (cle: string): void => {
    const [champ, code = ''] = cle.split(' ')
    const choisi = CHAMPS_VENUE.find((candidat) => candidat === champ)
    if (choisi) void acts.changerVenue(choisi, code)
  }
  return (
    <ListBox
      aria-label="Site, secteur et type d’admission de la venue"
      className="liste liste-venue"
      onAction={(cle) => choisir(String(cle))}
    >
      {CHAMPS_VENUE.filter((champ) => venue.choix[champ].length > 0).map((champ) => (
        <Valeurs key={champ} champ={champ} venue={venue} />
      ))}
    </ListBox>
  )
}

function Valeurs({ champ, venue }: { readonly champ: ChampVenue; readonly venue: VueVenue }) {
  return (
    <ListBoxSection className="venue-champ">
      <Header className="libelle">{LIBELLES[champ]}</Header>
      {venue.choix[champ].map(({ code, libelle }) => (
        <ListBoxItem key={code} id={`${champ} ${code}`} textValue={libelle} className="option">
          <span className="option-nom">{libelle}</span>
          {venue[champ] === code && <span className="option-detail">actuel</span>}
        </ListBoxItem>
      ))}
    </ListBoxSection>
  )
}
