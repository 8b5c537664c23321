import { randomUUID } from 'node:crypto'
import { setTimeout as attendre } from 'node:timers/promises'
import { implement, type Context, type Router } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { VueCartes } from '#contracts/cartes.ts'
import type { EtatPoste } from '#contracts/poste.ts'
import { ouvrirAdmission, type Admission } from '#domain/admission/admission.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import { appelEnCours } from '#domain/admission/transition.ts'
import { vueDe, type VueAdmission } from '#domain/admission/vue.ts'
import type { Beneficiaire } from '#domain/cartes/lecture-vitale.ts'
import { lireExpiration } from '#domain/identite/expiration.ts'
import { appliquerSelonDroits } from '#domain/droits/appliquer-selon-droits.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { peut } from '#domain/droits/peut.ts'
import type { Role } from '#domain/droits/role.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { lireCritere } from '#domain/doublons/critere.ts'
import { montrerPatient, type VueAntecedents } from '#domain/doublons/vue-antecedents.ts'
import type { CodeRefus, Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { paresseux } from '#workstation/etat/paresseux.ts'
import { creerSignal } from '#workstation/etat/signal.ts'
import { creerVeilleDoublons } from '#workstation/guichet/veiller-doublons.ts'
import { ouvrirLieux } from '#workstation/lieux/lieux.ts'
import { carteLue, SANS_CARTE } from './cards.ts'
import { createFakeCopies, type Erreurs, type FakeCopies } from './fake-copies.ts'
import { createKnownPatients, type KnownPatients } from './known-patients.ts'

/** The birth places are the real ones too. */
const lieux = paresseux(ouvrirLieux)

const AUJOURDHUI = '2026-11-22'

type Agent = { identifiant: string; nom: string; role: Role }

/** The levers a test pulls behind the workstation. */
export interface FakePoste {
  readonly router: Router<typeof contrat, Context>
  insererCarte(beneficiaires: readonly Beneficiaire[]): void
  /** Makes the search of this place answer late, in ms. */
  ralentirLieu(texte: string, ms: number): void
  poserCartes(vue: VueCartes): void
  repondreInsi(resultat: Result<EchangeInsi, Refus>): void
  tomberEnPanne(nom: EtatPoste['composants'][number]['nom'], refus: CodeRefus | null): void
  refuserImpression(refus: CodeRefus | null): void
  /** From now on whoever is at the desk acts under these rights; a patient already there is shown again under them. */
  habiliter(cadre: Cadre): void
  readonly copies: Pick<FakeCopies, 'retenir'>
  /** The patients met before. */
  readonly patients: KnownPatients
  readonly admission: () => Admission | null
  readonly evenements: readonly Evenement[]
}

/** A workstation whose rules are the real ones: the contract over the domain's reducer, nothing behind it. */
export function createFakePoste(environnement: EtatPoste['environnement'] = 'simulation'): FakePoste {
  const os = implement(contrat)
  const lenteurs = new Map<string, number>()
  const agent = creerSignal<Agent | null>(null)
  const vue = creerSignal<VueAdmission | null>(null)
  const cartes = creerSignal<VueCartes>(SANS_CARTE)
  const poste = creerSignal<EtatPoste>({
    version: '0.1.0',
    poste: 'ADM-01',
    environnement,
    composants: (['cartes', 'insi', 'imprimante', 'coffre', 'journal'] as const).map((nom) => ({
      nom,
      refus: null,
    })),
  })
  const antecedents = creerSignal<VueAntecedents | null>(null)
  const patients = createKnownPatients()
  const veille = creerVeilleDoublons({
    patients,
    vue: antecedents,
    cherchee: () => Promise.resolve(),
  })
  const evenements: Evenement[] = []
  let cadre = CADRE_PAR_DEFAUT
  let courante: Admission | null = null
  let carte: readonly Beneficiaire[] = []
  let refusImpression: CodeRefus | null = null
  let numero = 0

  const poser = (admission: Admission): VueAdmission => {
    courante = admission
    const suivante = vueDe(admission, AUJOURDHUI, cadre)
    vue.poser(suivante)
    veille.suivre(admission.close ? null : admission)
    return suivante
  }
  const neuve = (): Admission => {
    numero += 1
    return ouvrirAdmission({
      id: randomUUID(),
      ouverteLe: '2026-11-22T07:58:00.000Z',
      agent: 'camille',
      ipp: `8004${String(217 + numero).padStart(4, '0')}`,
      nda: `2611${String(86 + numero).padStart(4, '0')}`,
      venue: cadre.habilitation.guichet,
    })
  }
  const refuserAppel = (errors: Erreurs, refus: Refus): never => {
    throw errors.REFUS({ data: refus })
  }
  const agir = (errors: Erreurs, cible: string, evenement: Evenement): VueAdmission => {
    if (courante?.id !== cible) return refuserAppel(errors, { code: 'admission/absente' })
    const issue = appliquerSelonDroits(courante, evenement, AUJOURDHUI, cadre)
    if (!issue.ok) return refuserAppel(errors, issue.error)
    evenements.push(evenement)
    return poser(issue.value.admission)
  }
  const copies = createFakeCopies(agir, () => courante)
  const imprimer = (errors: Erreurs, lot: string): { lot: string; pages: number; complet: boolean } => {
    if (refusImpression) return refuserAppel(errors, { code: refusImpression })
    return { lot, pages: 1, complet: true }
  }

  const router = os.router({
    session: {
      ouvrir: os.session.ouvrir.handler(({ input, errors }) => {
        if (input.motDePasse !== 'secret') throw errors.REFUS({ data: { code: 'session/identifiants' } })
        const ouvert = { identifiant: input.identifiant, nom: 'Camille Roche', role: cadre.habilitation.role }
        agent.poser(ouvert)
        return ouvert
      }),
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
      choisirBeneficiaire: os.admission.choisirBeneficiaire.handler(({ input, errors }) => {
        const beneficiaire = carte[input.index]
        if (!beneficiaire) throw errors.REFUS({ data: { code: 'cartes/absente' } })
        return agir(errors, input.admission, { type: 'beneficiaire-choisi', beneficiaire })
      }),
      saisirTrait: os.admission.saisirTrait.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'trait-saisi', trait: input.trait, brut: input.brut }),
      ),
      deverrouillerTraits: os.admission.deverrouillerTraits.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'traits-deverrouilles' }),
      ),
      enregistrerPiece: os.admission.enregistrerPiece.handler(({ input, errors }) => {
        const fin = lireExpiration(input.expiration ?? '')
        if (!fin.ok) return refuserAppel(errors, fin.error)
        const vue = { type: input.type, date: AUJOURDHUI }
        const piece = fin.value === null ? vue : { ...vue, expiration: fin.value }
        return agir(errors, input.admission, { type: 'piece-enregistree', piece })
      }),
      lireDatamatrix: os.admission.lireDatamatrix.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'datamatrix-lu', message: input.message }),
      ),
      choisirCirconstance: os.admission.choisirCirconstance.handler(({ input, errors }) =>
        agir(errors, input.admission, {
          type: 'circonstance-choisie',
          circonstance: input.circonstance,
        }),
      ),
      changerVenue: os.admission.changerVenue.handler(({ input: { admission, champ, code }, errors }) =>
        agir(errors, admission, { type: 'venue-modifiee', champ, code }),
      ),
      lierMere: os.admission.lierMere.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'mere-liee', ipp: input.ipp }),
      ),
      retirerPiece: os.admission.retirerPiece.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'piece-retiree' }),
      ),
      basculerAttribut: os.admission.basculerAttribut.handler(({ input, errors }) =>
        agir(errors, input.admission, {
          type: 'attribut-bascule',
          attribut: input.attribut,
          actif: input.actif,
        }),
      ),
      interrogerInsi: os.admission.interrogerInsi.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'insi-demandee', appelId: randomUUID() }),
      ),
      annulerInsi: os.admission.annulerInsi.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'insi-annulee' }),
      ),
      accepterInsi: os.admission.accepterInsi.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'insi-acceptee', motif: input.motif }),
      ),
      ecarterInsi: os.admission.ecarterInsi.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'insi-ecartee' }),
      ),
      verifierInsi: os.admission.verifierInsi.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'verification-demandee', appelId: randomUUID() }),
      ),
      declarerEtatCivil: os.admission.declarerEtatCivil.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'etat-civil-declare' }),
      ),
      verifierNomNaissance: os.admission.verifierNomNaissance.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'nom-naissance-verifie' }),
      ),
      transfererReferent: os.admission.transfererReferent.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'transfert-demande', motif: input.motif }),
      ),
      remettreNotice: os.admission.remettreNotice.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'notice-remise', notice: input.notice }),
      ),
      clore: os.admission.clore.handler(({ input, errors }) =>
        agir(errors, input.admission, { type: 'close' }),
      ),
    },
    copies: copies.router,
    impression: {
      planche: os.impression.planche.handler(({ errors }) => imprimer(errors, 'E-0312')),
      fiche: os.impression.fiche.handler(({ errors }) => imprimer(errors, 'F-0313')),
    },
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
    lieux: {
      chercher: os.lieux.chercher.handler(async ({ input }) => {
        await attendre(lenteurs.get(input.texte) ?? 0)
        return [...(await lieux()).chercher(input.texte, input.dateNaissance)]
      }),
      nommer: os.lieux.nommer.handler(async ({ input }) =>
        (await lieux()).nommer(input.code, input.dateNaissance),
      ),
    },
    poste: { suivre: os.poste.suivre.handler(({ signal }) => poste.suivre(signal)) },
  })

  return {
    router,
    evenements,
    copies,
    patients,
    admission: () => courante,
    ralentirLieu: (texte, ms) => void lenteurs.set(texte, ms),
    insererCarte: (beneficiaires) => {
      carte = beneficiaires
      cartes.poser(carteLue(beneficiaires))
    },
    poserCartes: (vue) => cartes.poser(vue),
    repondreInsi: (resultat) => {
      const appelId = courante && appelEnCours(courante)
      if (courante === null || appelId === null) throw new Error('no call to answer')
      const issue = appliquerSelonDroits(
        courante,
        { type: 'insi-repondue', appelId, resultat },
        AUJOURDHUI,
        cadre,
      )
      if (issue.ok) poser(issue.value.admission)
    },
    tomberEnPanne: (nom, refus) => {
      const etat = poste.lire()
      const composants = etat.composants.map((composant) =>
        composant.nom === nom ? { nom, refus } : composant,
      )
      poste.poser({ ...etat, composants })
    },
    habiliter: (suivant) => {
      cadre = suivant
      const present = agent.lire()
      if (present) agent.poser({ ...present, role: cadre.habilitation.role })
      if (courante) poser(courante)
    },
    refuserImpression: (refus) => {
      refusImpression = refus
    },
  }
}
