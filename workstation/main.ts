import { enableCompileCache } from 'node:module'
import { join } from 'node:path'
import { dossierDonnees } from './configuration/dossier-donnees.ts'
import { protegerDossier } from './configuration/proteger-dossier.ts'
import { garderIncidents } from './incident/garder-incidents.ts'

garderIncidents()
// What the workstation writes is its user's alone, whatever the session allows.
process.umask(0o077)
const dossier = dossierDonnees(process.env)
// Compiled code is kept between two starts. In the data folder: another user of the machine could poison a shared one.
if (protegerDossier(dossier)) enableCompileCache(join(dossier, 'code'))
await import('./demarrer.ts')
