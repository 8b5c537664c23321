import { implement } from '@orpc/server'
import { contrat } from '#contracts/contrat.ts'
import type { Admission } from '#domain/admission/admission.ts'
import { statutAdmission } from '#domain/admission/lectures.ts'
import type { Evenement } from '#domain/admission/evenement.ts'
import type { VueAdmission } from '#domain/admission/vue.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { raisonDe } from '#domain/travail/raison.ts'
import type { DepotAttentes } from '#services/coffre/depot-attentes.ts'
import { creerTravail, type BureauTravail, type PortsTravail } from '#workstation/guichet/travailler.ts'

/** Admissions kept in memory, and who holds them as a test says. */
export interface FakeAttentes extends DepotAttentes {
  enregistrer(admission: Admission): void
  parId(id: string): Promise<Admission | null>
  /** Somebody else has this admission at his desk. */
  tenirAilleurs(id: string, par: string): void
  readonly tenues: ReadonlyMap<string, string>
  /** From now on each list waits until the test lets it go; returns what lets them all go. */
  retenir(): () => void
}

export function createFakeAttentes(): FakeAttentes {
  const admissions = new Map<string, Admission>()
  const tenues = new Map<string, string>()
  let porte: Promise<void> = Promise.resolve()
  const ligne = (admission: Admission) => ({
    admission: admission.id,
    ipp: admission.ipp,
    nomNaissance: admission.saisie.nomNaissance?.valeur ?? null,
    prenomsNaissance: admission.saisie.prenomsNaissance?.valeur ?? null,
    dateNaissance: admission.saisie.dateNaissance?.valeur ?? null,
    statut: statutAdmission(admission),
    site: admission.venue.site,
    secteur: admission.venue.secteur,
    tenuePar: tenues.get(admission.id) ?? null,
    par: admission.remise?.par ?? admission.agent,
  })
  return {
    tenues,
    enregistrer: (admission) => void admissions.set(admission.id, admission),
    parId: (id) => Promise.resolve(admissions.get(id) ?? null),
    tenirAilleurs: (id, par) => void tenues.set(id, par),
    retenir: () => {
      const { promise, resolve } = Promise.withResolvers<void>()
      porte = promise
      return resolve
    },
    async lister(raisons) {
      const attentes = [...admissions.values()].flatMap((admission) => {
        const raison = raisonDe(admission)
        if (raison === null || !raisons.includes(raison)) return []
        const { conclusion, transfert } = admission.decision
        const motif = raison === 'renvoyee' ? conclusion : transfert
        return [
          { ...ligne(admission), raison, motif, depuis: admission.remise?.depuis ?? admission.ouverteLe },
        ]
      })
      await porte
      return { attentes: attentes.sort((a, b) => (a.depuis < b.depuis ? -1 : 1)), reste: false }
    },
    async preparees() {
      const preparees = [...admissions.values()].flatMap((admission) =>
        admission.preparation ? [{ ...ligne(admission), pour: admission.preparation.pour }] : [],
      )
      await porte
      return preparees.sort((a, b) => (a.pour < b.pour ? -1 : 1))
    },
    nombrePreparees: () =>
      Promise.resolve([...admissions.values()].filter(({ preparation }) => preparation !== null).length),
  }
}

interface Atelier {
  readonly ports: PortsTravail
  readonly bureau: BureauTravail
  readonly agir: (admission: string, evenement: Evenement) => Result<VueAdmission, Refus>
}

interface Erreurs {
  readonly REFUS: (options: { data: Refus }) => Error
}

/** The work lists over the real rules of the desk. */
export function fakeTravail({ ports, bureau, agir }: Atelier) {
  const os = implement(contrat.travail)
  const travail = creerTravail(ports, bureau)
  const exiger = <T>(resultat: Result<T, Refus>, errors: Erreurs): T => {
    if (resultat.ok) return resultat.value
    throw errors.REFUS({ data: resultat.error })
  }
  return {
    attentes: os.attentes.handler(async ({ errors }) => {
      const { attentes, reste } = exiger(await travail.attentes(), errors)
      return { attentes: [...attentes], reste }
    }),
    reprendre: os.reprendre.handler(async ({ input, errors }) =>
      exiger(await travail.reprendre(input.admission), errors),
    ),
    conclure: os.conclure.handler(({ input: { admission, conclusion }, errors }) =>
      exiger(agir(admission, { type: 'dossier-conclu', conclusion }), errors),
    ),
    preparees: os.preparees.handler(async ({ errors }) => {
      const { preparees, maximum } = exiger(await travail.preparees(), errors)
      return { preparees: [...preparees], maximum }
    }),
    preparer: os.preparer.handler(async ({ input, errors }) =>
      exiger(await travail.preparer(input.pour), errors),
    ),
    ouvrirPreparee: os.ouvrirPreparee.handler(async ({ input, errors }) =>
      exiger(await travail.ouvrirPreparee(input.admission), errors),
    ),
    patientArrive: os.patientArrive.handler(({ input, errors }) =>
      exiger(agir(input.admission, { type: 'patient-arrive' }), errors),
    ),
    retirerPreparee: os.retirerPreparee.handler(async ({ input, errors }) => {
      exiger(await travail.retirerPreparee(input.admission), errors)
    }),
  }
}

/** A hold in memory: refused when the test said that somebody else has the admission. */
export const fakeTenue = (attentes: FakeAttentes): BureauTravail['tenue'] => ({
  tenir: async (admission) =>
    attentes.tenues.has(admission) ? { ok: false, error: { code: 'travail/deja-ouverte' } } : succes(null),
  lacher: () => Promise.resolve(),
})
