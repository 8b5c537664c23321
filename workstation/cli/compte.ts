import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { roleEnPhrase, ROLES, type Role } from '#domain/droits/role.ts'
import type { DroitsParRole } from '#domain/droits/modeles.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { creerCoffreEtCompte, refusInstallation, type Installation } from '#services/comptes/creer-comptes.ts'
import { openJournal } from '#services/journal/open-journal.ts'
import { lireConfiguration, type Configuration } from '../configuration/configuration.ts'
import { dossierDonnees } from '../configuration/dossier-donnees.ts'
import { protegerDossier } from '../configuration/proteger-dossier.ts'
import { garderStockage } from '../guichet/garder-stockage.ts'
import { echouer, reussir, type Commande } from './commande.ts'
import { lireMotDePasse } from './lire-mot-de-passe.ts'

export const compte: Commande = {
  usage: 'compte creer --identifiant IDENTIFIANT --nom NOM',
  resume:
    "Crée le coffre d'un poste neuf et son premier compte, qui administre et crée les autres à l'écran. Le mot de passe est demandé sans s'afficher, ou lu sur l'entrée standard. Poste arrêté.",
  async executer(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { identifiant: { type: 'string' }, nom: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals.join(' ') !== 'creer') return echouer(refuser('commande/inconnue', 'compte'))
    const dossier = dossierDonnees(process.env)
    if (!protegerDossier(dossier)) return echouer(refuser('poste/dossier'))
    const configuration = await lireConfiguration(dossier, '', process.env)
    if (!configuration.ok) return echouer(configuration.error)
    const { identifiant = '', nom = '' } = values
    const cree = await creerPremierCompte(configuration.value, { identifiant, nom })
    return cree.ok ? reussir(`${cree.value}\n`) : echouer(cree.error)
  },
}

/** Makes the store and its first account; the journal says so first, in the name of whoever makes it: his own. */
async function creerPremierCompte(
  { dossier, poste, organisation }: Configuration,
  titulaire: { readonly identifiant: string; readonly nom: string },
): Promise<Result<string, Refus>> {
  const installation: Installation = {
    comptes: join(dossier, 'comptes.json'),
    coffre: join(dossier, 'coffre.db'),
    aleatoire: randomBytes,
  }
  const refus = refusInstallation(installation)
  if (refus) return { ok: false, error: refus }
  const motDePasse = await lireMotDePasse({ entree: process.stdin, sortie: process.stderr })
  if (!motDePasse.ok) return motDePasse
  const role = quiAdministre(organisation.organisation.droits)
  const now = () => new Date()
  const journal = openJournal({
    file: join(dossier, 'journal.jsonl'),
    now,
    poste,
    site: organisation.guichet.site,
  })
  if (!journal.ok) return journal
  const noter = async (agent: string): Promise<void> =>
    void journal.value.ecrire({
      agent,
      admission: null,
      acte: { acte: 'compte-ajoute', compte: agent, role },
    })
  const nouveau = { ...titulaire, role, motDePasse: motDePasse.value, formations: {} }
  const cree = await garderStockage(() => creerCoffreEtCompte({ ...installation, noter }, nouveau))
  journal.value.close()
  if (!cree.ok) return cree
  cree.value.cle.fill(0)
  const { agent } = cree.value
  return { ok: true, value: `Compte ${agent.identifiant} créé (${roleEnPhrase(role)}).` }
}

/** IT, unless the establishment gave the right to others. */
const quiAdministre = (droits: DroitsParRole): Role =>
  (['informatique', ...ROLES] as const).find((role) => droits[role].includes('administrer')) ?? 'informatique'
