import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { VueAdmission } from '#domain/admission/vue.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import { TROUVEE } from '#domain/droits/gestes-exemples.ts'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import type { AppelInsi } from './appel-insi.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'
import type { PortsGuichet } from './ports-guichet.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let actes: string[]
let appels: { readonly appel: AppelInsi; readonly repondre: (issue: Result<EchangeInsi, Refus>) => void }[]
let vue: PortsGuichet['vue']
const ouverts: Guichet[] = []

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  actes = []
  appels = []
})
afterEach(async () => {
  for (const guichet of ouverts.splice(0)) await guichet.fermer()
  await essai.detruire()
})

/** A desk on the real store whose calls wait for the test to answer them. */
async function asseoir(change: Partial<PortsGuichet> = {}): Promise<Guichet> {
  const ports: PortsGuichet = {
    ...portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) }),
    appelerInsi: (appel, signal) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve(echec(refuser('insi/annule'))))
        appels.push({ appel, repondre: resolve })
      }),
    ...change,
  }
  vue = ports.vue
  const guichet = await creerGuichet(ports)
  ouverts.push(guichet)
  return guichet
}

const tour = () => new Promise((resolve) => setTimeout(resolve, 20))
const TROUVER = succes({ messageId: 'm', reponse: { codeCR: '00' as const, identite: TROUVEE } })
const PANNE = echec(refuser('insi/delai'))

async function saisir(guichet: Guichet, ouverte: VueAdmission, nom = 'Durand'): Promise<void> {
  for (const [trait, brut] of [
    ['nomNaissance', nom],
    ['prenomsNaissance', 'Anne'],
    ['sexe', 'F'],
    ['dateNaissance', '17051984'],
    ['lieuNaissance', '63220'],
  ] as const)
    valeur(await guichet.agir(ouverte.id, { type: 'trait-saisi', trait, brut }))
}

/** A patient whose call failed and was put off; the visit is closed unless told otherwise. */
async function differer(guichet: Guichet, nom = 'Durand', clore = true): Promise<string> {
  const ouverte = valeur(await guichet.ouvrir())
  await saisir(guichet, ouverte, nom)
  valeur(await guichet.agir(ouverte.id, { type: 'insi-demandee', appelId: `appel-${nom}` }))
  appels.at(-1)?.repondre(PANNE)
  await tour()
  valeur(await guichet.agir(ouverte.id, { type: 'appel-differe', le: '2026-11-22T08:30:00.000Z' }))
  if (clore) valeur(await guichet.agir(ouverte.id, { type: 'close' }))
  return ouverte.id
}

const etatDe = async (id: string) => {
  const admission = await coffre.admissions.parId(id)
  return [admission?.differe?.etat ?? null, admission?.interrogation.etat]
}

const cadreDe = (modele: 1 | 3): Cadre => ({
  ...CADRE_PAR_DEFAUT,
  habilitation: { ...CADRE_PAR_DEFAUT.habilitation, organisation: organisationDuModele(modele) },
})

describe('Rejouer un appel différé', () => {
  it('il part une fois, marqué avant, journalisé au nom de son agent ; la réponse attend une personne', async () => {
    const guichet = await asseoir()
    const id = await differer(guichet)
    expect(valeur(await guichet.rejouerDiffere())).toBe(true)
    expect([await etatDe(id), appels.length]).toEqual([['envoye', 'en-cours'], 2])
    expect(valeur(await guichet.rejouerDiffere())).toBe(false)
    appels[1]?.repondre(TROUVER)
    await tour()
    expect(await etatDe(id)).toEqual(['a-revoir', 'trouvee'])
    expect(valeur(await guichet.rejouerDiffere())).toBe(false)
    const { attentes } = valeur(await guichet.travail.attentes())
    expect(attentes.map(({ raison, admission, statut }) => [raison, admission, statut])).toEqual([
      ['reponse-differee', id, 'provisoire'],
    ])
    const reprise = valeur(await guichet.travail.reprendre(id))
    const acceptee = valeur(await guichet.agir(id, { type: 'insi-acceptee', motif: null }))
    expect([reprise.insi.etat, acceptee.statut, acceptee.differe]).toEqual(['trouvee', 'recuperee', null])
  })

  it('un à la fois, du plus ancien au plus récent, jamais celui qui est au guichet', async () => {
    const guichet = await asseoir()
    const premier = await differer(guichet, 'Durand')
    const second = await differer(guichet, 'Dupont')
    const present = await differer(guichet, 'Martin', false)
    const partis = []
    for (let n = 0; n < 3; n += 1) {
      if (valeur(await guichet.rejouerDiffere())) partis.push(appels.at(-1)?.appel.admission)
      appels.at(-1)?.repondre(succes({ messageId: 'm', reponse: { codeCR: '01' } }))
      await tour()
    }
    expect([partis, await etatDe(present)]).toEqual([
      [premier, second],
      ['en-attente', 'en-echec'],
    ])
  })

  it('rien ne part quand le poste retient les appels, ni sans le droit d’appeler INSi', async () => {
    const id = await differer(await asseoir())
    const retenu = await asseoir({ rejeu: { laisser: () => false, parCarte: false } })
    const sansDroit = await asseoir({ cadre: cadreDe(3) })
    expect([valeur(await retenu.rejouerDiffere()), valeur(await sansDroit.rejouerDiffere())]).toEqual([
      false,
      false,
    ])
    expect(await etatDe(id)).toEqual(['en-attente', 'en-echec'])
  })

  it('une carte ne signe que les appels de son titulaire', async () => {
    const id = await differer(await asseoir())
    const rejeu = { laisser: () => true, parCarte: true }
    const collegue = await asseoir({ agent: 'denise', rejeu })
    expect(valeur(await collegue.rejouerDiffere())).toBe(false)
    const sienne = await asseoir({ rejeu })
    expect([valeur(await sienne.rejouerDiffere()), await etatDe(id)]).toEqual([true, ['envoye', 'en-cours']])
  })

  it('le patient revenu depuis, l’appel de l’autre venue s’annule', async () => {
    const guichet = await asseoir()
    const id = await differer(guichet)
    const { ipp } = (await coffre.admissions.parId(id)) ?? { ipp: '' }
    valeur(await guichet.reprendre(null, ipp))
    expect([valeur(await guichet.rejouerDiffere()), await etatDe(id), actes.at(-1)]).toEqual([
      false,
      [null, 'en-echec'],
      'differe-annule',
    ])
  })

  it('interrompu par un arrêt, il ne repart pas : il attend une personne, incertain', async () => {
    const guichet = await asseoir()
    const id = await differer(guichet)
    valeur(await guichet.rejouerDiffere())
    // Nothing is closed: the workstation dies, and another one opens its store.
    const apres = await asseoir()
    expect(await etatDe(id)).toEqual(['a-revoir', 'en-echec'])
    expect((await coffre.admissions.parId(id))?.interrogation).toEqual({
      etat: 'en-echec',
      refus: 'insi/interrompu',
    })
    expect([valeur(await apres.rejouerDiffere()), appels.length]).toEqual([false, 2])
  })

  it('la session fermée pendant le rejeu, l’appel s’arrête et revient à une personne', async () => {
    const guichet = await asseoir()
    const id = await differer(guichet)
    valeur(await guichet.rejouerDiffere())
    await guichet.fermer()
    ouverts.pop()
    expect(await etatDe(id)).toEqual(['a-revoir', 'en-echec'])
  })

  it('repris pendant son rejeu par une recherche, rien ne se mêle : la réponse de l’autre venue est ignorée', async () => {
    const guichet = await asseoir()
    const id = await differer(guichet)
    valeur(await guichet.rejouerDiffere())
    const suivante = valeur(await guichet.ouvrir())
    await saisir(guichet, suivante, 'Martin')
    appels[1]?.repondre(TROUVER)
    await tour()
    expect([vue.lire()?.insi.etat, await etatDe(id)]).toEqual(['aucune', ['a-revoir', 'trouvee']])
  })
})
