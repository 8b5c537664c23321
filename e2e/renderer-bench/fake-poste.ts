import { randomUUID } from 'node:crypto'
import { implement, type Context, type Router } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { VueContinuite } from '#contracts/continuite.ts'
import type { VueCartes } from '#contracts/cartes.ts'
import type { EtatPoste } from '#contracts/poste.ts'
import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { appelEnCours } from '#domain/admission/transition.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Droit } from '#domain/droits/droit.ts'
import { peut } from '#domain/droits/peut.ts'
import type { Role } from '#domain/droits/role.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { lireCritere } from '#domain/doublons/critere.ts'
import { montrerPatient, type VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { suivre } from '#domain/travail/suivre.ts'
import { paresseux } from '#workstation/etat/paresseux.ts'
import { creerSignal } from '#workstation/etat/signal.ts'
import { creerVeilleDoublons } from '#workstation/guichet/veiller-doublons.ts'
import { ouvrirLieux } from '#workstation/lieux/lieux.ts'
import { carteLue, SANS_CARTE } from './cards.ts'
import { fakeActes } from './fake-actes.ts'
import { createFakeConnexion, type LeviersConnexion } from './fake-connexion.ts'
import { createFakeContinuite } from './fake-continuite.ts'
import { createFakeCopies, type FakeCopies } from './fake-copies.ts'
import { createFakeHealth } from './fake-health.ts'
import { createFakePrint, refuserAppel, type Erreurs } from './fake-print.ts'
import { createFakeAttentes, fakeTenue, fakeTravail, type FakeAttentes } from './fake-travail.ts'
import { createGates, type Gates } from './gates.ts'
import { refuserInformatique, roleDe } from './no-administration.ts'
import { createKnownPatients, type KnownPatients } from './known-patients.ts'

/** The birth places are the real ones too. */
const lieux = paresseux(ouvrirLieux)

const AUJOURDHUI = '2026-11-22'
const maintenant = (): Date => new Date(`${AUJOURDHUI}T08:00:00.000Z`)

type Agent = { identifiant: string; nom: string; role: Role; droits: Droit[] }

/** The levers a test pulls behind the workstation. */
export interface FakePoste {
  readonly router: Router<typeof contrat, Context>
  /** The professional card, and what it answers. */
  readonly connexion: LeviersConnexion
  insererCarte(beneficiaires: readonly Beneficiaire[]): void
  poserCartes(vue: VueCartes): void
  retirerCarte(): void
  /** The session closes under the agent, his patient waiting for him. */
  deconnecter(): void
  /** Whoever gives a right password must first register a telephone. */
  exigerTelephone(): void
  repondreInsi(resultat: Result<EchangeInsi, Refus>): void
  /** An answer to the call in progress, given when the test says so, whoever is then at the desk. */
  repondrePlusTard(resultat: Result<EchangeInsi, Refus>): () => void
  /** The call put off leaves, and comes back so. */
  rejouer(resultat: Result<EchangeInsi, Refus>): void
  tomberEnPanne(nom: EtatPoste['composants'][number]['nom'], refus: CodeRefus | null): void
  refuserImpression(refus: CodeRefus | null): void
  /** From now on these calls are answered only when the test lets them go; returns what does. */
  readonly retenir: Gates['hold']
  /** The leaflet of the site is from now on one that cannot be used. */
  gaterDepliant(): void
  /** From now on whoever is at the desk acts under these rights; a patient already there is shown again under them. */
  habiliter(cadre: Cadre): void
  readonly copies: Pick<FakeCopies, 'retenir'>
  /** How INSi answers, as the whole desk sees it. */
  readonly annoncerInsi: (suite: Partial<VueContinuite>) => void
  /** The patients met before. */
  readonly patients: KnownPatients
  /** What awaits somebody, and the visits prepared. */
  readonly attentes: FakeAttentes
  readonly admission: () => Admission | null
  /** Closes the admission at the desk, as its agent would. */
  clore(): void
  readonly evenements: readonly Evenement[]
}

/** A workstation whose rules are the real ones: the contract over the domain's reducer, nothing behind it. */
export function createFakePoste(environnement: EtatPoste['environnement'] = 'simulation'): FakePoste {
  const os = implement(contrat)
  const agent = creerSignal<Agent | null>(null)
  const vue = creerSignal<VueAdmission | null>(null)
  const cartes = creerSignal<VueCartes>(SANS_CARTE)
  const sante = createFakeHealth(environnement)
  const antecedents = creerSignal<VueAntecedents | null>(null)
  const patients = createKnownPatients()
  const attentes = createFakeAttentes()
  const veille = creerVeilleDoublons({
    patients,
    vue: antecedents,
    cherchee: () => Promise.resolve(),
  })
  const evenements: Evenement[] = []
  let cadre = CADRE_PAR_DEFAUT
  let courante: Admission | null = null
  let carte: readonly Beneficiaire[] = []
  const gates = createGates()
  let [numero, telephoneExige] = [0, false]

  const poser = (admission: Admission): VueAdmission => {
    courante = admission
    attentes.enregistrer(admission)
    const suivante = vueDe(admission, AUJOURDHUI, cadre)
    vue.poser(suivante)
    veille.suivre(admission.close ? null : admission)
    return suivante
  }
  const present = (): string => agent.lire()?.identifiant ?? 'personne'
  const neuve = (): Admission => {
    numero += 1
    return ouvrirAdmission({
      id: randomUUID(),
      ouverteLe: '2026-11-22T07:58:00.000Z',
      agent: present(),
      ipp: `8004${String(217 + numero).padStart(4, '0')}`,
      nda: `2611${String(86 + numero).padStart(4, '0')}`,
      venue: cadre.habilitation.guichet,
    })
  }
  const poursuivre = (depart: Admission, evenement: Evenement): Result<VueAdmission, Refus> => {
    const issue = appliquerSelonDroits(depart, evenement, AUJOURDHUI, cadre)
    if (!issue.ok) return issue
    evenements.push(evenement)
    const moment = { depuis: maintenant().toISOString(), par: present() }
    return succes(poser(suivre(depart, issue.value.admission, moment)))
  }
  const tenter = (cible: string, evenement: Evenement): Result<VueAdmission, Refus> =>
    courante?.id === cible ? poursuivre(courante, evenement) : echec({ code: 'admission/absente' })
  const agir = (errors: Erreurs, cible: string, evenement: Evenement): VueAdmission => {
    const issue = tenter(cible, evenement)
    return issue.ok ? issue.value : refuserAppel(errors, issue.error)
  }
  /** What tells the card inserted from any other. */
  const carteVue = (): string | null => (carte.length === 0 ? null : JSON.stringify(carte))
  const continuite = createFakeContinuite()
  const copies = createFakeCopies(agir, () => courante)
  const impression = createFakePrint({
    courante: () => courante,
    agir,
    passer: () => gates.pass('impression'),
  })
  /** The answer names the admission it was asked for, as the desk does. */
  const repondrePlusTard = (resultat: Result<EchangeInsi, Refus>) => {
    const appelId = courante && appelEnCours(courante)
    if (courante === null || appelId === null) throw new Error('no call to answer')
    const { id } = courante
    return (): void => {
      if (courante?.id === id) poursuivre(courante, { type: 'insi-repondue', appelId, resultat })
    }
  }

  const connexion = createFakeConnexion((nom) => {
    const ouvert = { identifiant: nom, nom: 'Claire Morelin', ...roleDe(cadre) }
    agent.poser(ouvert)
    return ouvert
  })

  const router = os.router({
    session: {
      ouvrir: os.session.ouvrir.handler(({ input, errors }) => {
        if (input.motDePasse !== 'secret') throw errors.REFUS({ data: { code: 'session/identifiants' } })
        if (telephoneExige) throw errors.REFUS({ data: { code: 'session/second-facteur-a-creer' } })
        const ouvert = { identifiant: input.identifiant, nom: 'Camille Roche', ...roleDe(cadre) }
        agent.poser(ouvert)
        return ouvert
      }),
      ...connexion.router,
      changerMotDePasse: os.session.changerMotDePasse.handler(() => undefined),
      fermer: os.session.fermer.handler(() => agent.poser(null)),
      suivre: os.session.suivre.handler(({ signal }) => agent.suivre(signal)),
    },
    cartes: {
      suivre: os.cartes.suivre.handler(({ signal }) => cartes.suivre(signal)),
      relire: os.cartes.relire.handler(({ errors }) => {
        if (carte.length === 0) throw errors.REFUS({ data: { code: 'cartes/absente' } })
      }),
    },
    admission: {
      suivre: os.admission.suivre.handler(({ signal }) => vue.suivre(signal)),
      ouvrir: os.admission.ouvrir.handler(({ errors }) => {
        const interdit = peut(cadre.habilitation, 'creer-modifier', AUJOURDHUI)
        return interdit === null ? poser(neuve()) : refuserAppel(errors, { code: interdit })
      }),
      choisirBeneficiaire: os.admission.choisirBeneficiaire.handler(async ({ input, errors }) => {
        const beneficiaire = carte[input.index]
        if (!beneficiaire) throw errors.REFUS({ data: { code: 'cartes/absente' } })
        const choisi = agir(errors, input.admission, {
          type: 'beneficiaire-choisi',
          beneficiaire,
          carte: carteVue() ?? '',
        })
        await gates.pass('carte')
        return choisi
      }),
      ...fakeActes(agir, { passer: () => gates.pass('insi'), carteVue }),
    },
    continuite: continuite.router,
    copies: copies.router,
    impression: impression.router,
    patients: {
      suivre: os.patients.suivre.handler(({ signal }) => antecedents.suivre(signal)),
      chercher: os.patients.chercher.handler(async ({ input, errors }) => {
        const critere = lireCritere(input, AUJOURDHUI)
        if (!critere.ok) return refuserAppel(errors, critere.error)
        const page = await patients.chercher(critere.value)
        const montres = page.patients.map(montrerPatient)
        return { patients: montres.map((p) => ({ ...p, attributs: [...p.attributs] })), reste: page.reste }
      }),
      reprendre: os.patients.reprendre.handler(async ({ input, errors }) => {
        const connue = await patients.derniereAdmission(input.ipp)
        if (connue === null) return refuserAppel(errors, { code: 'patient/inconnu' })
        if (input.admission === null) courante = neuve()
        return agir(errors, courante?.id ?? '', { type: 'patient-repris', connue })
      }),
    },
    travail: fakeTravail({
      ports: {
        get agent() {
          return present()
        },
        get cadre() {
          return cadre
        },
        depot: attentes,
        attentes,
        compteurs: {
          suivantIpp: () => Promise.resolve(neuve().ipp),
          suivantNda: () => Promise.resolve(neuve().nda),
        },
        journaliser: () => Promise.resolve(),
        now: maintenant,
        uuid: randomUUID,
      },
      bureau: {
        courante: () => courante,
        retenir: (admission) => Promise.resolve(poser(admission)),
        poursuivre: (admission, evenement) => Promise.resolve(poursuivre(admission, evenement)),
        tenue: fakeTenue(attentes),
      },
      agir: tenter,
    }),
    lieux: {
      chercher: os.lieux.chercher.handler(async ({ input }) => {
        await gates.pass('lieu')
        return [...(await lieux()).chercher(input.texte, input.dateNaissance)]
      }),
      nommer: os.lieux.nommer.handler(async ({ input }) => {
        await gates.pass('lieu')
        return (await lieux()).nommer(input.code, input.dateNaissance)
      }),
    },
    ...refuserInformatique(() => cadre),
    poste: sante.router,
  })

  return {
    router,
    evenements,
    annoncerInsi: continuite.change,
    copies,
    patients,
    attentes,
    admission: () => courante,
    rejouer: (resultat) => {
      for (const suite of [{ type: 'differe-rejoue' }, { type: 'insi-repondue', resultat }] as const)
        if (courante) poursuivre(courante, { ...suite, appelId: 'rejeu' })
    },
    clore: () => {
      if (courante) poursuivre(courante, { type: 'close' })
    },
    insererCarte: (beneficiaires) => cartes.poser(carteLue((carte = beneficiaires))),
    poserCartes: (vue) => cartes.poser(vue),
    deconnecter: () => agent.poser(null),
    exigerTelephone: () => void (telephoneExige = true),
    retirerCarte: () => {
      carte = []
      cartes.poser(SANS_CARTE)
    },
    repondreInsi: (resultat) => repondrePlusTard(resultat)(),
    repondrePlusTard,
    tomberEnPanne: sante.tomberEnPanne,
    habiliter: (suivant) => {
      cadre = suivant
      const present = agent.lire()
      if (present) agent.poser({ ...present, ...roleDe(cadre) })
      if (courante) poser(courante)
    },
    connexion: connexion.leviers,
    refuserImpression: impression.refuser,
    retenir: gates.hold,
    gaterDepliant: impression.gaterDepliant,
  }
}
