import type { IndexLieux } from './indexer.ts'
import { apresLe, avantLe, lieuValide } from './lieu-a-la-date.ts'
import { estValide, type Lieu } from './lieu.ts'
import { nomEtCode, type RaisonLieu } from './raison-lieu.ts'

/** A code to choose, with its name on the day of birth and, when needed, why it stands for what was typed. */
export interface PropositionLieu {
  readonly code: string
  readonly nom: string
  readonly raison: RaisonLieu | null
}

/** The codes in force on the day of birth for a place found by any of its names; a null day is today. */
export function proposerALaDate(
  index: IndexLieux,
  lieu: Lieu,
  jour: string | null,
): readonly PropositionLieu[] {
  if (lieu.nature === 'deleguee' || lieu.nature === 'associee') return proposerPartie(index, lieu, jour)
  if (estValide(lieu, jour)) return [proposer(lieu, raisonDe(index, lieu))]
  const posterieur = jour !== null && lieu.debut !== null && lieu.debut > jour
  return posterieur ? proposerAvant(index, lieu, jour) : proposerApres(index, lieu, jour)
}

const proposer = ({ code, nom }: Lieu, raison: RaisonLieu | null): PropositionLieu => ({ code, nom, raison })

/** What to say of a place valid on the day: what it has become since. */
export function raisonDe(index: IndexLieux, lieu: Lieu): RaisonLieu | null {
  if (lieu.nature === 'arrondissement') return { raison: 'arrondissement' }
  if (lieu.fin === null) return null
  const sousCeCode = lieuValide(index, lieu.code, null)
  if (sousCeCode) return sousCeCode.nom === lieu.nom ? null : { raison: 'nom-ulterieur', nom: sousCeCode.nom }
  const [devenu] = apresLe(index, lieu.code, null)
  if (!devenu) return { raison: 'hors-periode', nom: lieu.nom, debut: lieu.debut, fin: lieu.fin }
  if (lieu.nature === 'pays') return { raison: 'nom-ulterieur', nom: nomEtCode(devenu) }
  return { raison: devenu.nom === lieu.nom ? 'ancien-code' : 'devenue', nom: nomEtCode(devenu) }
}

function proposerAvant(index: IndexLieux, lieu: Lieu, jour: string): readonly PropositionLieu[] {
  const memeCode = lieuValide(index, lieu.code, jour)
  const raison = { raison: 'nom-ulterieur', nom: nomEtCode(lieu) } as const
  // A commune that was restored had its own code on that day: what it was taken out of is not its birth place.
  const anciens = avantLe(index, lieu.code, jour).filter(
    ({ code }) =>
      !memeCode ||
      !index.apres.get(code)?.some(({ vers, nature }) => vers === lieu.code && nature === 'partage'),
  )
  return [...(memeCode ? [memeCode] : []), ...anciens].map((ancien) =>
    proposer(ancien, ancien.nom === lieu.nom ? raisonDe(index, ancien) : raison),
  )
}

function proposerApres(index: IndexLieux, lieu: Lieu, jour: string | null): readonly PropositionLieu[] {
  const memeCode = lieuValide(index, lieu.code, jour)
  const suivants = memeCode ? [memeCode] : apresLe(index, lieu.code, jour)
  return suivants.map((suivant) =>
    proposer(
      suivant,
      suivant.nom === lieu.nom
        ? null
        : { raison: memeCode || lieu.nature === 'pays' ? 'ancien-nom' : 'absorbee', nom: lieu.nom },
    ),
  )
}

function proposerPartie(index: IndexLieux, partie: Lieu, jour: string | null): readonly PropositionLieu[] {
  const { code, nom, commune, nature } = partie
  const independante = lieuValide(index, code, jour)
  if (independante) return [proposer(independante, raisonDe(index, independante))]
  const tout = commune && lieuValide(index, commune, jour)
  const raison = { raison: nature === 'associee' ? 'associee' : 'deleguee', nom } as const
  return tout ? [proposer(tout, raison)] : []
}
