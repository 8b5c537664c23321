import { ecrireErreur, ecrireResultat, type Forme } from './answer.ts'
import { DEFAUTS } from './defauts.ts'
import { DEFORMATIONS, type Reponse } from './deformations.ts'
import type { Demande } from './lire-demande.ts'
import type { Mode } from './modes.ts'
import { lireCasOfficiels, type ErreurOfficielle } from './population.ts'
import { controler, type Exigences, type RequeteHttp } from './read-request.ts'
import { rechercher, rechercherParCarte, type Issue } from './rechercher.ts'
import type { Registre } from './registre.ts'

/** What the simulated service knows and accepts. */
export interface Service {
  readonly registre: Registre
  readonly forme: Forme
  /** Off, an unknown person is the fault insi_102 (insi_101 by card), as in the editors' test environment. */
  readonly brancheSngi: boolean
  /** Read at each request: a clock runs, and a card may be made while the simulator does. */
  exigences(): Exigences
}

const SOAP = 'application/soap+xml; charset=utf-8'

const { erreurs } = lireCasOfficiels()

/** The answer to one request, bent as the mode asks. Source: published exchanges of INSi. */
export function repondre(service: Service, requete: RequeteHttp, mode: Mode): Reponse {
  const controle = controler(requete, service.exigences())
  const erreur = (code: string, severite?: string): Reponse => {
    const publiee = erreurDe(code)
    const ecrite = severite === undefined ? publiee : { ...publiee, severite }
    return { statut: 500, type: SOAP, corps: ecrireErreur(ecrite, controle.messageId, service.forme) }
  }
  if (mode.nom === 'erreur') return erreur(mode.argument || 'insi_102')
  if (mode.nom === 'severite') return erreur('insi_102', mode.argument || 'fatal')
  if (!controle.demande.ok) return erreur(controle.demande.error)
  const demande = controle.demande.value
  const issue = chercher(service.registre, demande)
  if ('erreur' in issue) return erreur(issue.erreur)
  if (issue.codeCR === '01' && !service.brancheSngi)
    return erreur(demande.operation === 'carte' ? 'insi_101' : 'insi_102')
  const corps = ecrireResultat(issue, service.forme, DEFAUTS[mode.nom])
  const reponse = { statut: 200, type: SOAP, corps }
  return DEFORMATIONS[mode.nom]?.(reponse) ?? reponse
}

const chercher = (registre: Registre, demande: Demande): Issue =>
  demande.operation === 'carte'
    ? rechercherParCarte(registre, demande.carte)
    : rechercher(registre, demande.traits)

/** The published fault of this code or of this SIRAM class; else an unpublished one, whose texts say it is simulated. */
const erreurDe = (code: string): ErreurOfficielle =>
  erreurs.find((erreur) => erreur.code === code) ??
  erreurs.find((erreur) => erreur.siram === code && erreur.motif !== null) ?? {
    siram: code.startsWith('siram_') ? code : null,
    code: code.startsWith('siram_') ? 'simu_detail' : code,
    origine: null,
    severite: null,
    motif: null,
    detail: null,
  }
