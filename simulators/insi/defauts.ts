import { cleDe } from '#domain/identite/matricule.ts'
import type { NumeroInsi } from '#domain/insi/reponse.ts'
import type { Usage } from './individu.ts'
import type { NomMode } from './modes.ts'
import { rearranger, type Noeud } from './noeud.ts'
import type { PersonneInsi } from './population.ts'

/** A departure from the schema or from sense that a real answer or an official file has shown. */
export interface Defaut {
  readonly personne?: (personne: PersonneInsi) => PersonneInsi
  readonly usage?: Partial<Usage>
  readonly arbre?: (resultat: Noeud) => Noeud
  readonly prefixes?: 'un-par-profondeur'
}

/** The shapes of answers the service or its official files have had, by the mode that asks for each. Source: insi §1.4, §4.3. */
export const DEFAUTS: Partial<Record<NomMode, Defaut>> = {
  prefixes: { prefixes: 'un-par-profondeur' },
  ordre: { arbre: (resultat) => rearranger(resultat, (enfants) => enfants.toReversed()) },
  'dates-en-tete': { arbre: (resultat) => rearranger(resultat, datesEnTete) },
  'dates-inversees': {
    personne: (personne) => ({
      ...personne,
      historique: [{ ...ancienNumero(personne), dateDebut: '2019-03-01', dateFin: '2019-02-28' }],
    }),
  },
  'cle-fausse': {
    personne: ({ actif, historique, ...reste }) => ({
      ...reste,
      actif: fausser(actif),
      historique: historique.map(fausser),
    }),
  },
  'sans-historique': { personne: (personne) => ({ ...personne, historique: [] }) },
  'historique-multiple': {
    personne: (personne) => {
      const ancien = ancienNumero(personne)
      const autre = { ...ancien, ...numeroSuivant(ancien.numero), dateDebut: null, dateFin: '1999-12-31' }
      return { ...personne, historique: [ancien, autre, personne.actif, ancien] }
    },
  },
  'sans-prenom': { usage: { prenom: false } },
  'avec-prenom': { usage: { prenom: true } },
}

const datesEnTete = (enfants: readonly Noeud[]): readonly Noeud[] => {
  const estDate = ({ nom }: Noeud): boolean => nom === 'DateDeb' || nom === 'DateFin'
  return [...enfants.filter(estDate), ...enfants.filter((enfant) => !estDate(enfant))]
}

const fausser = (numero: NumeroInsi): NumeroInsi => ({ ...numero, cle: numero.cle === '01' ? '02' : '01' })

/** The number a person had before a change of sex at the civil registry, known or invented. */
function ancienNumero({ actif, historique: [connu] }: PersonneInsi): NumeroInsi {
  const numero = actif.numero.replace(/^./, (sexe) => (sexe === '1' ? '2' : '1'))
  return connu ?? { ...actif, numero, cle: cleDe(numero) }
}

function numeroSuivant(numero: string): Pick<NumeroInsi, 'numero' | 'cle'> {
  const ordre = String((Number(numero.slice(10)) + 1) % 1000).padStart(3, '0')
  const suivant = numero.slice(0, 10) + ordre
  return { numero: suivant, cle: cleDe(suivant) }
}
