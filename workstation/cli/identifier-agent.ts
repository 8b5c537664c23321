import { join } from 'node:path'
import { peut, type Habilitation } from '#domain/droits/peut.ts'
import type { Droit } from '#domain/droits/droit.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { ouvrirParMotDePasse, type Identification } from '#services/comptes/second-facteur.ts'
import { cleHomologationDe } from '#services/insi/homologation-scellee.ts'
import { ouvrirHomologation } from '../administration/homologation.ts'
import { jourDe } from '../guichet/jour.ts'
import type { ReglagesCommande } from './reglages-commande.ts'
import { ouvrirSaisieMuette, type Terminal } from './lire-mot-de-passe.ts'

/** What somebody asks from the command line: in whose name, and under which right. */
export interface Demandeur {
  readonly identifiant: string
  readonly droit: Droit
}

/**
 * Identifies whoever asks by his account, as a session does: password, code of his telephone, right, and the decision of homologation.
 * Gives his identifier. Refusals: those of the session, of the rights, and `insi/homologation`.
 */
export async function identifierAgent(
  reglages: ReglagesCommande,
  { identifiant, droit }: Demandeur,
  terminal: Terminal,
): Promise<Result<string, Refus>> {
  const { connexion, organisation, now } = reglages
  if (connexion?.moyens.motDePasse === false) return echec(refuser('session/carte-exigee'))
  const saisie = await ouvrirSaisieMuette(terminal)
  const ouvrir = async (identification: Identification) =>
    ouvrirParMotDePasse(
      {
        file: join(reglages.dossier, 'comptes.json'),
        secondFacteurExige: connexion?.secondFacteur ?? false,
        now,
      },
      identification,
    )
  const motDePasse = await saisie.demander('Mot de passe : ')
  let ouverte = await ouvrir({ identifiant, motDePasse, code: null })
  if (!ouverte.ok && ouverte.error.code === 'session/second-facteur')
    ouverte = await ouvrir({ identifiant, motDePasse, code: await saisie.demander('Code du téléphone : ') })
  saisie.fermer()
  if (!ouverte.ok) return ouverte
  const { agent, cle } = ouverte.value
  const attente = ouvrirHomologation(reglages, cleHomologationDe(cle)).refus()
  cle.fill(0)
  const habilitation: Habilitation = { ...agent, ...organisation }
  const refus = peut(habilitation, droit, jourDe(now()))
  if (refus !== null) return echec(refuser(refus))
  return attente ? echec(attente) : succes(agent.identifiant)
}
