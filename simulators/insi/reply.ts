import { ecrireErreur, ecrireResultat, type Defaut, type Forme } from './answer.ts'
import type { Mode, NomMode } from './modes.ts'
import { lireCasOfficiels, type ErreurOfficielle, type Population } from './population.ts'
import { controler, type RequeteHttp } from './read-request.ts'
import { rechercher, type Issue } from './rechercher.ts'
import { NS } from './xml.ts'

/** An HTTP answer to write. */
export interface Reponse {
  readonly statut: number
  readonly type: string
  readonly corps: string
  readonly location?: string
}

/** What the simulated service knows and accepts. */
export interface Service {
  readonly population: Population
  readonly idams: readonly string[]
  readonly forme: Forme
  /** Off, an unknown person is the fault insi_102, as in the editors' test environment. */
  readonly brancheSngi: boolean
}

const SOAP11 = 'http://schemas.xmlsoap.org/soap/envelope/'
const SOAP = 'application/soap+xml; charset=utf-8'

const { erreurs } = lireCasOfficiels()

/** The answer to one request, bent as the mode asks. Source: published exchanges of INSi. */
export function repondre(service: Service, requete: RequeteHttp, mode: Mode): Reponse {
  const controle = controler(requete, service.idams)
  const erreur = (code: string): Reponse => ({
    statut: 500,
    type: SOAP,
    corps: ecrireErreur(erreurDe(code), controle.messageId, service.forme),
  })
  if (mode.nom === 'erreur') return erreur(mode.argument || 'insi_102')
  if (!controle.recherche.ok) return erreur(controle.recherche.error)
  const issue: Issue = rechercher(service.population, controle.recherche.value)
  if ('erreur' in issue) return erreur(issue.erreur)
  if (issue.codeCR === '01' && !service.brancheSngi) return erreur('insi_102')
  const xml = ecrireResultat(issue, service.forme, defautDe(mode))
  return deformer({ statut: 200, type: SOAP, corps: xml }, mode)
}

const deformer = (reponse: Reponse, { nom }: Mode): Reponse => DEFORMATIONS[nom]?.(reponse) ?? reponse

const DEFORMATIONS: Partial<Record<NomMode, (reponse: Reponse) => Reponse>> = {
  html: () => ({ statut: 200, type: 'text/html', corps: page('Authentification requise') }),
  indisponible: () => ({ statut: 503, type: 'text/html', corps: page('Service indisponible') }),
  redirection: () => ({ statut: 302, type: 'text/html', corps: page('Redirection'), location: '/ailleurs' }),
  tronque: (reponse) => ({ ...reponse, corps: reponse.corps.slice(0, reponse.corps.length / 2) }),
  doctype: (reponse) => ({
    ...reponse,
    corps: `<!DOCTYPE x [<!ENTITY e "e">]>${reponse.corps.replace(/^<\?xml.*?\?>\s*/, '')}`,
  }),
  enorme: (reponse) => ({ ...reponse, corps: `${reponse.corps}<!--${'x'.repeat(300 * 1024)}-->` }),
  soap11: (reponse) => ({ ...reponse, corps: reponse.corps.replaceAll(NS.soap, SOAP11) }),
}

const page = (titre: string): string => `<!DOCTYPE html><html><body><h1>${titre}</h1></body></html>`

const defautDe = ({ nom }: Mode): Defaut | undefined =>
  nom === 'dates-en-tete' || nom === 'cle-fausse' ? nom : undefined

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
