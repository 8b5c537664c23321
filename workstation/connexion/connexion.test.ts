import { safe } from '@orpc/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { CpxPresente } from '#domain/cartes/etat-cpx.ts'
import { readCertificate } from '#native-bridge/cards/cpx/certificate.ts'
import { holderOf } from '#native-bridge/cards/cpx/holder.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { monterSeances, MOT_DE_PASSE } from '../administration/seance-essai.ts'
import type { CarteEssai } from './cpx-essai.ts'

/** Makes the simulated cards of these names under one authority, whose PEM is given too. */
async function fabriquerCartes<N extends string>(noms: readonly N[]) {
  const autorite = await createAutoriteCpx(new Date('2026-11-01T00:00:00Z'))
  const fabriquer = async (nom: N): Promise<readonly [N, CarteEssai]> => {
    const modele = CARTES_CPX[nom]
    const paires = modele && (await autorite.issue(modele))
    const certificat = paires && readCertificate(paires.signature.certificat)
    const porteur = certificat && holderOf(certificat)
    if (!porteur) throw new Error(nom)
    const { signature, authentification } = paires
    const vue: CpxPresente = {
      etat: 'presente',
      lecteur: 'Lecteur CPS',
      presence: 0,
      porteur,
      certificats: {
        signature: signature.certificat.toString('base64'),
        authentification: authentification.certificat.toString('base64'),
      },
      code: 'disponible',
      ouverte: false,
    }
    return [nom, { vue, cles: { signature: signature.cle, authentification: authentification.cle } }]
  }
  const faites = await Promise.all(noms.map(fabriquer))
  return {
    autorite: autorite.certificat,
    cartes: Object.fromEntries(faites) as Readonly<Record<N, CarteEssai>>,
  }
}

const { autorite, cartes } = await fabriquerCartes(['cps', 'cpe', 'cpe-service', 'cps-perimee'])
const autre = await fabriquerCartes(['cps'])

const TOUT = { moyens: ['mot-de-passe', 'carte'] as ('mot-de-passe' | 'carte')[] }
const monter = (connexion: NonNullable<Parameters<typeof monterSeances>[1]>['connexion'] = TOUT) =>
  monterSeances('simulation', { connexion, autoritesCartes: [autorite] })

let banc: Awaited<ReturnType<typeof monterSeances>>
beforeEach(async () => {
  banc = await monter()
})
afterEach(() => banc.fermer())

/** What a call answers: the identifier of who is signed in, or the code of the refusal. */
async function issue(appel: Promise<unknown>): Promise<unknown> {
  const { error, data } = await safe(appel)
  if (error === null) return (data as { identifiant?: string } | undefined)?.identifiant ?? null
  return (error as { data?: { code?: string } }).data?.code ?? error
}

const rattacher = (presence: number, identifiant = 'demo', motDePasse = MOT_DE_PASSE) =>
  issue(
    banc.connexion.rattacherCarte({ presence, code: '1234', dernierEssai: false, identifiant, motDePasse }),
  )
const parCarte = (presence: number, code = '1234') =>
  issue(banc.connexion.ouvrirParCarte({ presence, code, dernierEssai: false }))
const vueCarte = () => banc.vueConnexion.lire().carte
const actes = () => banc.lignes().map(({ acte, moyen, cause, refus }) => moyen ?? cause ?? refus ?? acte)

describe('La session par carte professionnelle', () => {
  it('une carte inconnue est nommée, et aucun code ne la rend connue', async () => {
    const presence = banc.lecteur.inserer(cartes.cps)
    await vi.waitFor(() =>
      expect(vueCarte()).toEqual({
        etat: 'presente',
        presence,
        titulaire: 'CLAIRE MORELIN',
        compte: null,
        code: 'disponible',
      }),
    )
    expect(await parCarte(presence)).toBe('session/carte-inconnue')
    expect(banc.session.agent.lire()).toBeNull()
    await vi.waitFor(() => expect(banc.lecteur.ouverte()).toBe(false))
  })

  it('rattachée par le mot de passe de son titulaire et son code, elle ouvre ensuite seule', async () => {
    const premiere = banc.lecteur.inserer(cartes.cps)
    expect(await rattacher(premiere)).toBe('demo')
    await banc.session.fermer('agent')
    banc.lecteur.retirer()
    const presence = banc.lecteur.inserer(cartes.cps)
    await vi.waitFor(() =>
      expect(vueCarte()).toMatchObject({ compte: { identifiant: 'demo', nom: 'Agent de démonstration' } }),
    )
    expect(await parCarte(presence)).toBe('demo')
    expect(actes()).toEqual(['carte-rattachee', 'carte', 'agent', 'carte'])
  })

  it('rattacher demande le bon mot de passe, et une carte n’a qu’un compte', async () => {
    const presence = banc.lecteur.inserer(cartes.cps)
    expect(await rattacher(presence, 'demo', 'mot de passe faux')).toBe('session/identifiants')
    await vi.waitFor(() => expect(banc.lecteur.ouverte()).toBe(false))
    expect(await rattacher(presence)).toBe('demo')
    expect(await rattacher(presence, 'referent')).toBe('comptes/carte-prise')
  })

  it.each([
    ['périmée', 'cps-perimee', 'cpx/perimee'],
    ['de service', 'cpe-service', 'session/carte-non-nominative'],
  ] as const)('une carte %s est refusée avant tout code', async (_cas, nom, code) => {
    const presence = banc.lecteur.inserer(cartes[nom])
    expect(await parCarte(presence)).toBe(code)
    expect(vueCarte()).toMatchObject({ etat: 'refusee', refus: code })
    expect(banc.lecteur.codes).toEqual([])
  })

  it('une carte au bon nom, d’une autre autorité, n’ouvre rien', async () => {
    expect(await rattacher(banc.lecteur.inserer(cartes.cps))).toBe('demo')
    const presence = banc.lecteur.inserer(autre.cartes.cps)
    expect(await parCarte(presence)).toBe('cpx/emetteur-inconnu')
    expect(banc.session.agent.lire()).toBeNull()
  })

  it('un code erroné est refusé, noté, et jamais représenté', async () => {
    await rattacher(banc.lecteur.inserer(cartes.cps))
    await banc.session.fermer('agent')
    banc.lecteur.retirer()
    const presence = banc.lecteur.inserer(cartes.cps)
    expect(await parCarte(presence, '9999')).toBe('cpx/code-errone')
    expect(banc.lecteur.codes.filter((code) => code === '9999')).toEqual(['9999'])
    expect(actes().at(-1)).toBe('cpx/code-errone')
    expect(JSON.stringify(banc.lignes())).not.toContain('9999')
  })

  it('le code d’une insertion ne vaut rien pour une autre', async () => {
    const ancienne = banc.lecteur.inserer(cartes.cps)
    banc.lecteur.inserer(cartes.cpe)
    expect(await parCarte(ancienne)).toBe('cpx/changee')
    expect(banc.lecteur.codes).toEqual([])
  })

  it('un compte fermé ne s’ouvre pas non plus par sa carte', async () => {
    await rattacher(banc.lecteur.inserer(cartes.cps))
    await banc.connexion.ouvrir({ identifiant: 'informatique', motDePasse: MOT_DE_PASSE })
    await banc.administration.fermerCompte({ identifiant: 'demo', ferme: true })
    expect(await parCarte(banc.lecteur.inserer(cartes.cps))).toBe('comptes/ferme')
  })
})

describe('Le retrait de la carte', () => {
  beforeEach(async () => {
    await rattacher(banc.lecteur.inserer(cartes.cps))
  })

  it('verrouille aussitôt, et dit de qui est la session', async () => {
    banc.lecteur.retirer()
    await vi.waitFor(() => expect(banc.session.agent.lire()).toBeNull())
    expect(banc.vueConnexion.lire()).toMatchObject({
      carte: { etat: 'absente', refus: null },
      verrouilleePour: 'Agent de démonstration',
    })
    await vi.waitFor(() => expect(actes().at(-1)).toBe('carte-retiree'))
  })

  it('une autre carte ouvre la session de son titulaire, jamais celle du premier', async () => {
    const seconde = banc.lecteur.inserer(cartes.cpe)
    await vi.waitFor(() => expect(banc.session.agent.lire()).toBeNull())
    expect(await rattacher(seconde, 'referent')).toBe('referent')
    expect(await parCarte(banc.lecteur.inserer(cartes.cps))).toBe('demo')
    expect(banc.vueConnexion.lire().verrouilleePour).toBeNull()
  })

  it('pendant l’ouverture même, ne laisse pas de session derrière lui', async () => {
    await banc.session.fermer('agent')
    const presence = banc.lecteur.inserer(cartes.cps)
    const ouverture = parCarte(presence)
    await vi.waitFor(() => expect(banc.lecteur.actes.at(-1)).toBe('signer authentification'))
    banc.lecteur.retirer()
    await ouverture
    await vi.waitFor(() => expect(banc.session.agent.lire()).toBeNull())
  })

  it('une chute du module des cartes laisse l’écran, le temps de retrouver la même carte', async () => {
    banc.lecteur.tomber()
    expect(banc.signataire()).toBeNull()
    banc.lecteur.revenir()
    expect(banc.session.agent.lire()?.identifiant).toBe('demo')
    expect(banc.signataire()?.porteur.nom).toBe('MORELIN')
    banc.lecteur.retirer()
    await vi.waitFor(() => expect(banc.session.agent.lire()).toBeNull())
  })

  it('quitter par une touche ferme aussi la carte restée dans le lecteur', async () => {
    await banc.connexion.fermer()
    expect(banc.signataire()).toBeNull()
    await vi.waitFor(() => expect(banc.lecteur.ouverte()).toBe(false))
  })

  it('une session par mot de passe ne tient à aucune carte', async () => {
    await banc.connexion.ouvrir({ identifiant: 'referent', motDePasse: MOT_DE_PASSE })
    banc.lecteur.retirer()
    expect(banc.session.agent.lire()?.identifiant).toBe('referent')
    expect(banc.signataire()).toBeNull()
  })
})

describe('Les moyens de connexion d’un site', () => {
  const remonter = async (connexion: Parameters<typeof monter>[0]) => {
    await banc.fermer()
    banc = await monter(connexion)
  }

  it('par défaut, le mot de passe seul : une carte n’y ouvre rien', async () => {
    await remonter({})
    expect(banc.vueConnexion.lire().moyens).toEqual({ motDePasse: true, carte: false })
    expect(await parCarte(banc.lecteur.inserer(cartes.cps))).toBe('session/mot-de-passe-exige')
  })

  it('la carte seule : le mot de passe ne sert qu’à la rattacher', async () => {
    await remonter({ moyens: ['carte'] })
    expect(await issue(banc.connexion.ouvrir({ identifiant: 'demo', motDePasse: MOT_DE_PASSE }))).toBe(
      'session/carte-exigee',
    )
    expect(await rattacher(banc.lecteur.inserer(cartes.cps))).toBe('demo')
  })
})

describe('Qui administre', () => {
  it('détache une carte perdue, retire un téléphone, jamais les siens, et le journal le dit', async () => {
    const presence = banc.lecteur.inserer(cartes.cps)
    expect(await rattacher(presence)).toBe('demo')
    await banc.connexion.ouvrir({ identifiant: 'informatique', motDePasse: MOT_DE_PASSE })
    const { detacherCarte, retirerTelephone, personnes } = banc.administration
    expect((await personnes()).find(({ identifiant }) => identifiant === 'demo')).toMatchObject({
      carte: true,
      telephone: false,
    })
    expect(await issue(detacherCarte({ identifiant: 'demo' }))).toBeNull()
    expect(await issue(detacherCarte({ identifiant: 'demo' }))).toBe('comptes/carte-absente')
    expect(await issue(retirerTelephone({ identifiant: 'demo' }))).toBe('comptes/second-facteur-absent')
    expect(await issue(retirerTelephone({ identifiant: 'informatique' }))).toBe('administration/soi-meme')
    expect(await parCarte(presence)).toBe('session/carte-inconnue')
    expect(actes()).toContain('carte-detachee')
  })
})
