import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contrat } from '#contracts/contrat.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { peut } from '#domain/droits/peut.ts'
import { verifierJournal } from '#services/journal/verifier-journal.ts'
import { issue, monterSeances, MOT_DE_PASSE } from './seance-essai.ts'

type Banc = Awaited<ReturnType<typeof monterSeances>>

let banc: Banc
beforeEach(async () => {
  banc = await monterSeances()
})
afterEach(() => banc.fermer())

const creerLea = (monMotDePasse = MOT_DE_PASSE) =>
  issue(
    banc.administration.creerCompte({
      identifiant: 'Lea.Morvan',
      nom: 'Léa Morvan',
      role: 'agent',
      motDePasse: 'phrase remise ce matin',
      monMotDePasse,
    }),
  )

describe('Qui n’administre pas n’obtient rien', () => {
  it.each(['demo', 'referent', 'civ', null])(
    '%s : chaque appel est refusé, et laisse sa trace',
    async (qui) => {
      if (qui !== null) await banc.entrer(qui)
      const { organisation } = banc.ports.etablissement.lire()
      const compte = { identifiant: 'informatique' }
      const secrets = { motDePasse: 'une longue phrase', monMotDePasse: MOT_DE_PASSE }
      const { administration: a } = banc
      const appels = [
        a.personnes(),
        a.creerCompte({ ...compte, ...secrets, nom: 'X', role: 'agent' }),
        a.reinitialiserMotDePasse({ ...compte, ...secrets }),
        a.changerRole({ ...compte, role: 'agent' }),
        a.fermerCompte({ ...compte, ferme: true }),
        a.detacherCarte(compte),
        a.retirerTelephone(compte),
        a.enregistrerFormation({ ...compte, droit: 'qualifier', date: '20/11/2026' }),
        a.retirerFormation({ ...compte, droit: 'qualifier' }),
        a.organisation(),
        a.choisirOrganisation({ organisation, empreinte: '' }),
        a.homologation(),
        a.homologuer({ reference: 'R1', date: '20/11/2026', signataire: 'SS', document: 'DD' }),
        a.derniersActes(),
      ]
      expect(appels.length).toBe(Object.keys(contrat.administration).length)
      const codes = await Promise.all(appels.map(issue))
      const attendu = qui === null ? 'session/absente' : 'droits/administrer/informatique'
      expect(codes).toEqual(appels.map(() => attendu))
      expect(banc.actes().filter((acte) => acte === 'acte-refuse').length).toBe(
        qui === null ? 0 : appels.length,
      )
    },
  )
})

describe('Une session de l’informatique ne touche aucune identité', () => {
  it('ne reprend ni n’ouvre ni ne cherche, et aucun patient ne s’affiche', async () => {
    await banc.entrer('informatique')
    const seance = banc.session.seance()
    if (!seance.ok) throw new Error(seance.error.code)
    const { guichet } = seance.value
    const vide = { nom: 'KERVADOC', prenom: '', dateNaissance: '', matricule: '' }
    expect([await guichet.ouvrir(), await guichet.chercher(vide)]).toEqual(
      ['droits/creer-modifier/agent', 'droits/creer-modifier/agent'].map((code) => ({
        ok: false,
        error: { code },
      })),
    )
    expect(banc.ports.vue.lire()).toBeNull()
  })

  it('une admission laissée sous un autre rôle ne revient pas à l’écran', async () => {
    await banc.entrer('demo')
    const agent = banc.session.seance()
    if (!agent.ok) throw new Error(agent.error.code)
    await agent.value.guichet.ouvrir()
    await banc.entrer('informatique')
    await banc.administration.changerRole({ identifiant: 'demo', role: 'informatique' })
    await banc.entrer('demo')
    expect(banc.ports.vue.lire()).toBeNull()
  })
})

describe('Les personnes', () => {
  it('un compte créé n’ouvre rien avant que son titulaire change le mot de passe', async () => {
    await banc.entrer('informatique')
    expect(await creerLea('mot de passe faux')).toBe('administration/mot-de-passe')
    expect(await creerLea()).toBe('fait')
    expect(await creerLea()).toBe('comptes/identifiant-pris')
    expect(await issue(banc.entrer('lea.morvan', 'phrase remise ce matin'))).toBe(
      'session/mot-de-passe-a-changer',
    )
    const changer = (nouveau: string) =>
      issue(
        banc.connexion.changerMotDePasse({
          identifiant: 'lea.morvan',
          actuel: 'phrase remise ce matin',
          nouveau,
        }),
      )
    expect(await changer('phrase remise ce matin')).toBe('comptes/mot-de-passe-inchange')
    expect(await changer('trop court')).toBe('comptes/mot-de-passe')
    expect(await changer('ma phrase à moi seule')).toBe('fait')
    expect(await banc.entrer('lea.morvan', 'ma phrase à moi seule')).toEqual({
      identifiant: 'lea.morvan',
      nom: 'Léa Morvan',
      role: 'agent',
      droits: organisationDuModele(1).droits.agent,
    })
    expect(banc.actes()).toContain('mot-de-passe-change')
  })

  it('un mot de passe réinitialisé : le précédent n’ouvre plus, le nouveau se change d’abord', async () => {
    await banc.entrer('informatique')
    const remise = { motDePasse: 'phrase remise ce soir', monMotDePasse: MOT_DE_PASSE }
    expect(await issue(banc.administration.reinitialiserMotDePasse({ identifiant: 'demo', ...remise }))).toBe(
      'fait',
    )
    expect(await issue(banc.entrer('demo'))).toBe('session/identifiants')
    expect(await issue(banc.entrer('demo', remise.motDePasse))).toBe('session/mot-de-passe-a-changer')
  })

  it('un compte fermé ne s’ouvre plus, rouvert il s’ouvre', async () => {
    await banc.entrer('informatique')
    await banc.administration.fermerCompte({ identifiant: 'civ', ferme: true })
    expect(await issue(banc.entrer('civ'))).toBe('comptes/ferme')
    await banc.entrer('informatique')
    await banc.administration.fermerCompte({ identifiant: 'civ', ferme: false })
    expect(await issue(banc.entrer('civ'))).toBe('fait')
  })

  it('personne ne se ferme, ne se rétrograde, et un inconnu n’est personne', async () => {
    await banc.entrer('informatique')
    const { administration: a } = banc
    expect([
      await issue(a.fermerCompte({ identifiant: 'informatique', ferme: true })),
      await issue(a.changerRole({ identifiant: 'informatique', role: 'agent' })),
      await issue(a.fermerCompte({ identifiant: 'personne', ferme: true })),
    ]).toEqual(['administration/soi-meme', 'administration/soi-meme', 'comptes/inconnu'])
  })

  it('chaque acte est une ligne chaînée qui nomme le compte, jamais un mot de passe', async () => {
    await banc.entrer('informatique')
    await creerLea()
    const { administration: a } = banc
    await a.changerRole({ identifiant: 'lea.morvan', role: 'referent' })
    await a.enregistrerFormation({ identifiant: 'lea.morvan', droit: 'qualifier', date: '20/11/2026' })
    await a.retirerFormation({ identifiant: 'lea.morvan', droit: 'qualifier' })
    const montres = (await a.derniersActes()).map(({ acte, compte, detail, agent }) => [
      agent,
      acte,
      compte,
      detail,
    ])
    expect(montres).toEqual([
      ['informatique', 'formation-retiree', 'lea.morvan', 'qualifier'],
      ['informatique', 'formation-enregistree', 'lea.morvan', 'qualifier'],
      ['informatique', 'compte-role', 'lea.morvan', 'referent'],
      ['informatique', 'compte-ajoute', 'lea.morvan', 'agent'],
    ])
    const texte = readFileSync(banc.chemin('journal.jsonl'), 'utf8')
    expect(
      ['phrase remise', MOT_DE_PASSE, 'Morvan', 'Léa'].filter((secret) => texte.includes(secret)),
    ).toEqual([])
    expect((await verifierJournal(banc.chemin('journal.jsonl'))).ok).toBe(true)
  })
})

describe('OR-05, OR-06 : les droits ne s’ouvrent qu’après la formation', () => {
  const qualifie = () => {
    const seance = banc.session.seance()
    return seance.ok ? peut(seance.value.cadre.habilitation, 'qualifier', '2026-11-22') : seance.error.code
  }

  it('enregistrée, elle ouvre le droit à l’acte suivant d’une session déjà ouverte', async () => {
    await banc.entrer('informatique')
    const droits = {
      ...organisationDuModele(1).droits,
      civ: [...organisationDuModele(1).droits.civ, 'administrer'],
    }
    const { organisation, empreinte } = await banc.administration.organisation()
    await banc.administration.choisirOrganisation({
      organisation: { ...organisation, modele: 'personnalise', droits } as typeof organisation,
      empreinte,
    })
    await banc.entrer('civ')
    await banc.administration.retirerFormation({ identifiant: 'civ', droit: 'qualifier' })
    expect(qualifie()).toBe('droits/formation/qualifier')
    await banc.administration.enregistrerFormation({
      identifiant: 'civ',
      droit: 'qualifier',
      date: '22112026',
    })
    expect(qualifie()).toBeNull()
    expect(
      (await banc.administration.personnes()).find(({ identifiant }) => identifiant === 'civ'),
    ).toMatchObject({
      formations: {
        qualifier: { date: '2026-11-22', par: 'civ' },
        valider: { date: '2026-01-05', par: null },
      },
    })
  })
})
