import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { agentClavier } from '../montage/agent.ts'
import { monterAtelier, type Atelier } from '../montage/atelier.ts'
import type { Programme } from '../montage/programme.ts'
import { ouvrirGuichet, ouvrirNavigateur, type Ecarts } from '../montage/navigateur.ts'
import { controlerClair, controlerDatamatrix, controlerJournal, controlerPlanche } from './controles.ts'
import { ETAPES } from './etapes.ts'
import type { Controle, Scene } from './etape.ts'
import { lireAdmissionEnregistree } from './identite-enregistree.ts'
import { controlerSchemas } from './schemas.ts'

/** Plays the whole gesture without a display, checks what it left, and writes everything to `sortie`; true when all holds. */
export async function jouerDemonstration(sortie: string): Promise<boolean> {
  rmSync(sortie, { recursive: true, force: true })
  mkdirSync(sortie, { recursive: true })
  const atelier = await monterAtelier(join(sortie, 'poste'), { cartes: true })
  const joue = await jouerPuisFermer(atelier, sortie)
  const controles = [...joue.controles, ...(await controler(atelier, sortie))]
  ecrireBilan(sortie, joue.temps, controles)
  return controles.every(({ reussi }) => reussi !== false)
}

interface Temps {
  readonly etape: string
  readonly ms: number
}

async function jouerPuisFermer(atelier: Atelier, sortie: string): ReturnType<typeof jouerEtapes> {
  try {
    return await jouerEtapes(atelier, sortie)
  } finally {
    await atelier.fermer()
  }
}

async function jouerEtapes(
  atelier: Atelier,
  sortie: string,
): Promise<{ temps: Temps[]; controles: Controle[] }> {
  if ('absentes' in atelier.cartes) throw new Error(`no simulated cards: ${atelier.cartes.absentes}`)
  const { cartes } = atelier
  const debut = performance.now()
  const poste = await atelier.demarrerPoste()
  const temps: Temps[] = [{ etape: 'poste-demarre', ms: performance.now() - debut }]
  const navigateur = await ouvrirNavigateur()
  try {
    const { page, ecarts } = await ouvrirGuichet(navigateur, await poste.page(), {
      largeur: 1366,
      hauteur: 768,
    })
    const scene: Scene = {
      atelier,
      page,
      agent: agentClavier(page),
      cartes: (ordre) => obeir(cartes, ordre),
    }
    let opensc: Controle | null = null
    for (const [rang, etape] of ETAPES.entries()) {
      const depart = performance.now()
      await etape.jouer(scene)
      temps.push({ etape: etape.nom, ms: performance.now() - depart })
      await page.screenshot({ path: join(sortie, `${String(rang + 1).padStart(2, '0')}-${etape.nom}.png`) })
      if (etape.nom === 'carte-inseree') opensc = voirCarte()
    }
    return { temps, controles: [...(opensc ? [opensc] : []), ...controlerFenetre(ecarts)] }
  } finally {
    await navigateur.close()
  }
}

async function obeir(cartes: Programme, ordre: string): Promise<void> {
  const { probleme } = await cartes.ordonner(ordre)
  if (typeof probleme === 'string') throw new Error(`${ordre}: ${probleme}`)
}

/** Another program of the machine sees the same card through the same service. */
function voirCarte(): Controle {
  const vu = spawnSync('opensc-tool', ['--atr']).stdout?.toString().trim() ?? ''
  return {
    nom: 'opensc-tool voit la même carte Vitale par pcscd',
    reussi: /3b:75:13:00:00:4[3-9]:09:ea:90:00/.test(vu),
    vu,
  }
}

const controlerFenetre = ({ requetes, violations, pointeurs, erreurs }: Ecarts): readonly Controle[] => [
  {
    nom: 'aucune requête hors de la boucle locale',
    reussi: requetes.length === 0,
    vu: String(requetes.length),
  },
  {
    nom: 'aucune violation de la politique de contenu',
    reussi: violations.length === 0,
    vu: String(violations.length),
  },
  { nom: 'aucun événement de pointeur', reussi: pointeurs.length === 0, vu: String(pointeurs.length) },
  { nom: 'aucune erreur dans la fenêtre', reussi: erreurs.length === 0, vu: erreurs.join(' ') || '0' },
]

async function controler(atelier: Atelier, sortie: string): Promise<readonly Controle[]> {
  const [planche, fiche] = ['travail-1.pdf', 'travail-2.pdf'].map((nom) =>
    join(atelier.imprimante.dossier, nom),
  )
  copyFileSync(planche ?? '', join(sortie, 'labels.pdf'))
  copyFileSync(fiche ?? '', join(sortie, 'fiche.pdf'))
  const { admission, identite } = await lireAdmissionEnregistree(atelier.donnees)
  writeFileSync(join(sortie, 'identite.json'), JSON.stringify(identite, null, 2))
  const matricule =
    admission.interrogation.etat === 'acceptee' ? admission.interrogation.fait.ins.matricule : ''
  const requetes = atelier.insi.requetes
  return [
    {
      nom: 'chaque appel INSi a présenté un certificat client',
      reussi: requetes.length > 0 && requetes.every(({ cn }) => cn === 'INSI-MANU'),
      vu: `${requetes.length} appels, CN ${[...new Set(requetes.map(({ cn }) => cn))].join(', ')}`,
    },
    ...controlerSchemas(requetes.map(({ xml }) => xml)),
    ...(await controlerDatamatrix(sortie)),
    ...(await controlerPlanche(sortie, admission.ipp, admission.nda)),
    ...controlerJournal(sortie, atelier.donnees),
    ...controlerClair(atelier.donnees, matricule),
  ]
}

function ecrireBilan(sortie: string, temps: readonly Temps[], controles: readonly Controle[]): void {
  const lignes = [
    'Démonstration de Guichet INS',
    '',
    ...temps.map(({ etape, ms }) => `${(ms / 1000).toFixed(2).padStart(7)} s  ${etape}`),
    '',
    ...controles.map(
      ({ nom, reussi, vu }) => `${reussi === null ? 'non fait' : reussi ? 'oui' : 'NON'}  ${nom} : ${vu}`,
    ),
    '',
    `${controles.filter(({ reussi }) => reussi).length} contrôles réussis sur ${controles.length}. Captures, PDF, DataMatrix et journal : ${sortie}`,
  ]
  writeFileSync(join(sortie, 'bilan.txt'), `${lignes.join('\n')}\n`)
  writeFileSync(join(sortie, 'bilan.json'), JSON.stringify({ temps, controles }, null, 2))
  console.log(lignes.join('\n'))
}
