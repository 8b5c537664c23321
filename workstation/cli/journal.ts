import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { refuser } from '#domain/refus/refus.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import { dossierDonnees } from '../configuration/dossier-donnees.ts'
import { echouer, reussir, type Commande } from './commande.ts'

export const journal: Commande = {
  usage: 'journal verifier [--fichier journal.jsonl]',
  resume: 'Vérifie la chaîne du journal, par défaut celui du dossier de données du poste.',
  async executer(args) {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { fichier: { type: 'string' } },
      allowPositionals: true,
    })
    if (positionals[0] !== 'verifier') return echouer(refuser('commande/inconnue', 'journal'))
    const fichier = values.fichier ?? join(dossierDonnees(process.env), 'journal.jsonl')
    const verifie = await verifierJournal(fichier)
    if (!verifie.ok) return echouer({ ...verifie.error.refus, ligne: verifie.error.ligne })
    const { lignes, tete } = verifie.value
    return reussir(`Journal intact : ${lignes} lignes, tête ${tete}\n`)
  },
}
