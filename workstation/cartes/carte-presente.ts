import { createHash } from 'node:crypto'
import type { EtatCartes } from '#domain/cartes/etat-cartes.ts'
import type { Beneficiaire, LectureVitale } from '#domain/cartes/lecture-vitale.ts'
import { refuser, type CodeRefus, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { VueCartes } from '#contracts/cartes.ts'
import { creerSignal, type Signal } from '../etat/signal.ts'

/** What the desk needs of the card process. */
export interface PortCartes {
  /** Gives the state now and at each change; returns its stop function. */
  watch(listener: (etat: EtatCartes) => void): () => void
  /** Reads the Carte Vitale present, whole or not at all. */
  lireVitale(signal?: AbortSignal): Promise<Result<LectureVitale, Refus>>
}

/** The card at the desk: read by itself when a Vitale is inserted, forgotten the moment it leaves. */
export interface CartePresente {
  readonly vue: Signal<VueCartes>
  /** A person of the card now in the reader, by place in the list shown, and what tells this reading from any other. */
  beneficiaire(index: number): Result<{ readonly beneficiaire: Beneficiaire; readonly carte: string }, Refus>
  /** Reads the card again and tells which it is; null when there is none. Nothing shown changes. */
  controler(): Promise<Result<string | null, Refus>>
  relire(): void
  /** Another patient comes: what was read for the one before is forgotten, even if the card is still there. */
  oublier(): void
  /** Cards are read for a signed-in agent only; leaving drops what was read. */
  servir(actif: boolean): void
  arreter(): void
}

const AUCUNE: VueCartes['lecture'] = { etat: 'aucune' }

export function suivreCarte(port: PortCartes): CartePresente {
  const vue = creerSignal<VueCartes>({ cartes: { lecteurs: [], refus: null }, lecture: AUCUNE })
  let insertion: string | null = null
  let lecture: LectureVitale | null = null
  let enCours: AbortController | null = null
  let actif = false

  function oublier(): void {
    enCours?.abort()
    enCours = null
    lecture = null
    poser(AUCUNE)
  }

  const poser = (lecture: VueCartes['lecture']) => vue.poser({ ...vue.lire(), lecture })

  async function lire(): Promise<void> {
    oublier()
    const arret = new AbortController()
    enCours = arret
    poser({ etat: 'en-cours' })
    const lue = await port.lireVitale(arret.signal)
    if (arret.signal.aborted) return
    enCours = null
    lecture = lue.ok ? lue.value : null
    poser(vueDe(lue))
  }

  function recevoir(cartes: EtatCartes): void {
    vue.poser({ ...vue.lire(), cartes })
    const suivante = insertionVitale(cartes)
    if (suivante === insertion) return
    insertion = suivante
    if (insertion === null) perdre()
    else if (actif) void lire()
  }

  /** The card left: what was read goes with it, and a reading cut short says so until the next card. */
  function perdre(): void {
    const coupee = estCoupee(vue.lire().lecture)
    oublier()
    if (coupee) poser({ etat: 'refusee', refus: 'cartes/retiree' })
  }

  const cesser = port.watch(recevoir)
  return {
    vue,
    beneficiaire(index) {
      return personneDe(lecture, index)
    },
    controler: () => (insertion === null ? Promise.resolve(succes(null)) : relireEmpreinte(port)),
    relire() {
      if (actif) void lire()
    },
    oublier,
    servir(suivant) {
      actif = suivant
      if (!actif) oublier()
      else if (insertion !== null) void lire()
    },
    arreter() {
      cesser()
      oublier()
    },
  }
}

function personneDe(lecture: LectureVitale | null, index: number): ReturnType<CartePresente['beneficiaire']> {
  const beneficiaire = lecture?.beneficiaires[index]
  return lecture && beneficiaire
    ? succes({ beneficiaire, carte: empreinteDe(lecture) })
    : echec(refuser('cartes/absente'))
}

async function relireEmpreinte(port: PortCartes): Promise<Result<string | null, Refus>> {
  const relue = await port.lireVitale()
  if (relue.ok) return succes(empreinteDe(relue.value))
  return PARTIE.has(relue.error.code) ? succes(null) : relue
}

/** Refusals of a reading that found no card. */
const PARTIE: ReadonlySet<CodeRefus> = new Set<CodeRefus>([
  'cartes/absente',
  'cartes/retiree',
  'cartes/aucun-lecteur',
  'cartes/lecteur-debranche',
])

/** Tells a card from any other: its serial number where it gives one, and all that was read of it, none of which can be found back. */
const empreinteDe = ({ serie, beneficiaires }: LectureVitale): string =>
  createHash('sha256')
    .update(JSON.stringify([serie, beneficiaires]))
    .digest('hex')

/** The insertion of the Vitale now in a reader, of either generation, a new one each time a card goes in. */
function insertionVitale({ lecteurs }: EtatCartes): string | null {
  const vitale = lecteurs.find(({ carte }) => carte === 'vitale2' || carte === 'vitale1')
  return vitale ? `${vitale.nom}#${vitale.presence}` : null
}

const estCoupee = (lecture: VueCartes['lecture']): boolean =>
  lecture.etat === 'en-cours' || (lecture.etat === 'refusee' && lecture.refus === 'cartes/retiree')

const vueDe = (lue: Result<LectureVitale, Refus>): VueCartes['lecture'] =>
  lue.ok
    ? { etat: 'lue', beneficiaires: lue.value.beneficiaires.map(montrable) }
    : { etat: 'refusee', refus: lue.error.code }

/** What a screen may know of a person of the card: never a number. */
const montrable = ({ rang, nomNaissance, nomUsuel, prenoms, dateNaissance }: Beneficiaire) => ({
  rang,
  nomNaissance,
  nomUsuel,
  prenoms,
  dateNaissance,
})
