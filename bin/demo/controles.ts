import { spawnSync } from 'node:child_process'
import { copyFileSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { lireCodewordsImage } from './codewords-image.ts'
import { PATIENT } from './etapes.ts'
import type { Controle } from './etape.ts'
import { lireSymboles, lireSymbolesImage } from './lire-pages.ts'
import { racine } from '../montage/racine.ts'

const poste = (...args: string[]) =>
  spawnSync(process.execPath, [racine('workstation/cli/poste.ts'), ...args])

/** The INS symbol: written by the command line, read back by two decoders and by its codewords, and found on the sheet. */
export async function controlerDatamatrix(sortie: string): Promise<readonly Controle[]> {
  const png = join(sortie, 'datamatrix.png')
  const ecrit = poste('datamatrix', '--identite', join(sortie, 'identite.json'), '--png', png)
  const message = ecrit.stdout
  writeFileSync(join(sortie, 'payload.txt'), message)
  const attendu = message.toString('latin1')
  const dmtx = spawnSync('dmtxread', ['-n', png]).stdout.toString('latin1').replace(/\n$/, '')
  const [zxing = ''] = await lireSymbolesImage(png, ['DataMatrix'])
  const fiche = await lireSymboles(join(sortie, 'fiche.pdf'), 300, ['DataMatrix'])
  const premier = lireCodewordsImage(png)
  return [
    {
      nom: 'poste datamatrix écrit le message',
      reussi: ecrit.status === 0 && attendu.length > 90,
      vu: `${attendu.length} octets`,
    },
    {
      nom: 'zxing relit datamatrix.png octet pour octet',
      reussi: zxing === attendu,
      vu: `${zxing.length} octets`,
    },
    {
      nom: 'dmtxread relit datamatrix.png octet pour octet',
      reussi: dmtx === attendu,
      vu: `${dmtx.length} octets`,
    },
    { nom: 'le premier mot de code est 230 (C40)', reussi: premier === 230, vu: String(premier) },
    {
      nom: 'la fiche imprimée porte ce même message',
      reussi: fiche.length === 1 && fiche[0] === attendu,
      vu: `${fiche.length} symbole(s) à 300 points par pouce`,
    },
  ]
}

/** Labels: every bar code read at 300 dpi, and no INS symbol at all. */
export async function controlerPlanche(
  sortie: string,
  ipp: string,
  nda: string,
): Promise<readonly Controle[]> {
  const codes = await lireSymboles(join(sortie, 'labels.pdf'), 300, ['Code128'])
  const symboles = await lireSymboles(join(sortie, 'labels.pdf'), 300, ['DataMatrix'])
  const attendus = codes.filter((code) => code === ipp || code === nda).length
  return [
    {
      nom: 'chaque Code 128 de la planche se relit',
      reussi: codes.length === 48 && attendus === 48,
      vu: `${attendus} sur 48`,
    },
    {
      nom: 'aucun DataMatrix INS sur les étiquettes',
      reussi: symboles.length === 0,
      vu: `${symboles.length}`,
    },
  ]
}

/** The journal holds, and one changed byte breaks it. */
export function controlerJournal(sortie: string, donnees: string): readonly Controle[] {
  const journal = join(sortie, 'journal.jsonl')
  copyFileSync(join(donnees, 'journal.jsonl'), journal)
  const intact = poste('journal', 'verifier', '--fichier', journal)
  const altere = join(sortie, 'journal-altere.jsonl')
  const octets = readFileSync(journal)
  const rang = octets.length >> 1
  octets.writeUInt8(octets.readUInt8(rang) ^ 1, rang)
  writeFileSync(altere, octets)
  const rompu = poste('journal', 'verifier', '--fichier', altere)
  return [
    { nom: 'poste journal verifier passe', reussi: intact.status === 0, vu: intact.stdout.toString().trim() },
    {
      nom: 'un octet changé est détecté',
      reussi: rompu.status === 2,
      vu: rompu.stderr.toString().trim().slice(0, 60),
    },
  ]
}

/** No name, number or birth date in clear in any file of the data folder. */
export function controlerClair(donnees: string, matricule: string): readonly Controle[] {
  const [annee, mois, jour] = PATIENT.dateNaissance.split('-')
  const secrets = [
    'ARGENSOL',
    'MATHURIN',
    'LANDREVILLE',
    matricule,
    matricule.slice(0, 13),
    PATIENT.dateNaissance,
    `${jour}/${mois}/${annee}`,
    `${annee}${mois}${jour}`,
  ]
  const fichiers = readdirSync(donnees, { recursive: true, withFileTypes: true }).filter((f) => f.isFile())
  const fuites = fichiers.flatMap((fichier) => {
    const octets = readFileSync(join(fichier.parentPath, fichier.name))
    return secrets.filter(
      (secret) => octets.includes(secret) || octets.includes(Buffer.from(secret, 'utf16le')),
    )
  })
  return [
    {
      nom: 'aucune identité en clair dans le dossier de données',
      reussi: fuites.length === 0,
      vu: `${fichiers.length} fichiers, ${secrets.length} motifs, ${fuites.length} fuite(s)`,
    },
  ]
}
