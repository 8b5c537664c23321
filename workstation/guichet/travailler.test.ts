import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contrat } from '#contracts/contrat.ts'
import { CADRE_PAR_DEFAUT, type Cadre } from '#domain/droits/cadre.ts'
import type { Modele } from '#domain/droits/modeles.ts'
import { organisationDuModele } from '#domain/droits/organisation.ts'
import type { Role } from '#domain/droits/role.ts'
import { refuser } from '#domain/refus/refus.ts'
import { echec, succes } from '#domain/result.ts'
import { admissionQualifiee } from '#services/coffre/admission-exemple.ts'
import type { Coffre } from '#services/coffre/coffre.ts'
import { coffreEssai } from '#services/coffre/sqlite/coffre-essai.ts'
import { creerGuichet, type Guichet } from './guichet.ts'
import { portsEssai, valeur } from './ports-essai.ts'

let essai: ReturnType<typeof coffreEssai>
let coffre: Coffre
let actes: string[]
let heure: Date
const guichets: Guichet[] = []

beforeEach(async () => {
  essai = coffreEssai()
  coffre = await essai.ouvrir()
  actes = []
  heure = new Date('2026-11-22T09:00:00.000Z')
})
afterEach(async () => {
  for (const guichet of guichets.splice(0)) await guichet.fermer()
  await essai.detruire()
})

const cadre = (modele: Modele, role: Role): Cadre => ({
  reglages: { ...CADRE_PAR_DEFAUT.reglages, preadmissionsMax: 1 },
  habilitation: { ...CADRE_PAR_DEFAUT.habilitation, role, organisation: organisationDuModele(modele) },
})

/** A desk of this person on the real store; several may share it, as they would share a server. */
async function asseoir(agent: string, modele: Modele, role: Role) {
  const ports = {
    ...portsEssai({ ...essai, coffre, noter: (acte) => actes.push(acte) }),
    agent,
    cadre: cadre(modele, role),
    appelerInsi: () => Promise.resolve(TROUVEE),
    now: () => heure,
  }
  const guichet = await creerGuichet(ports)
  guichets.push(guichet)
  return { guichet, vue: ports.vue }
}

const TROUVEE = (() => {
  const { interrogation } = admissionQualifiee('exemple')
  if (interrogation.etat !== 'acceptee') throw new Error('The example is qualified.')
  return succes({ messageId: 'm', reponse: { codeCR: '00' as const, identite: interrogation.identite } })
})()

async function saisir(guichet: Guichet, id: string): Promise<void> {
  for (const [trait, brut] of [
    ['nomNaissance', 'Zzyvannequeux'],
    ['prenomsNaissance', 'Xanthippe Wilhelmine'],
    ['sexe', 'F'],
    ['dateNaissance', '31121999'],
    ['lieuNaissance', '99345'],
  ] as const)
    valeur(await guichet.agir(id, { type: 'trait-saisi', trait, brut }))
}

const CN = { type: 'piece-enregistree', piece: { type: 'CN', date: '2026-11-22' } } as const

/** An agent of model 3 left a document to check. */
async function laisserAValider(): Promise<string> {
  const { guichet } = await asseoir('camille', 3, 'agent')
  const { id } = valeur(await guichet.ouvrir())
  await saisir(guichet, id)
  valeur(await guichet.agir(id, CN))
  await guichet.fermer()
  guichets.pop()
  return id
}

const tour = () => new Promise((resolve) => setTimeout(resolve, 30))

const liste = async (guichet: Guichet) =>
  valeur(await guichet.travail.attentes()).attentes.map(({ admission, raison, par, tenuePar }) => ({
    admission,
    raison,
    par,
    tenuePar,
  }))

describe('Reprendre dans la liste ce qui attend (DX-06)', () => {
  it('interrompue par l’agent, reprise par le référent, validée : elle quitte la liste et chaque acte est inscrit', async () => {
    const id = await laisserAValider()
    const { guichet, vue } = await asseoir('denise', 3, 'referent')
    expect(await liste(guichet)).toEqual([
      { admission: id, raison: 'a-valider', par: 'camille', tenuePar: null },
    ])
    actes = []
    valeur(await guichet.travail.reprendre(id))
    expect([vue.lire()?.agent, vue.lire()?.remise?.raison, vue.lire()?.piece]).toEqual([
      'denise',
      'a-valider',
      { type: 'CN', date: '2026-11-22', aValider: true },
    ])
    valeur(await guichet.agir(id, CN))
    expect([vue.lire()?.statut, vue.lire()?.remise]).toEqual(['validee', null])
    expect(await liste(guichet)).toEqual([])
    expect(actes).toEqual(['admission-prise', 'piece-enregistree', 'statut-change', 'attentes-listees'])
    valeur(await guichet.agir(id, { type: 'close' }))
    expect((await asseoir('camille', 3, 'agent')).vue.lire()).toBeNull()
  })

  it('jamais deux personnes à la fois : la seconde est refusée et lit qui l’a, jusqu’à ce qu’elle soit quittée', async () => {
    const id = await laisserAValider()
    const { guichet: premier } = await asseoir('denise', 3, 'referent')
    const { guichet: second, vue } = await asseoir('civ', 3, 'civ')
    const issues = await Promise.all([premier.travail.reprendre(id), second.travail.reprendre(id)])
    expect(issues.map((issue) => (issue.ok ? issue.value.agent : issue.error.code))).toEqual([
      'denise',
      'travail/deja-ouverte',
    ])
    expect([vue.lire(), (await liste(second))[0]?.tenuePar]).toEqual([null, 'denise'])
    valeur(await premier.agir(id, { type: 'close' }))
    expect(valeur(await second.travail.reprendre(id)).agent).toBe('civ')
  })

  it('un guichet resté sans signe perd l’admission : son acte suivant est refusé et il ne la montre plus', async () => {
    const id = await laisserAValider()
    const { guichet: premier, vue } = await asseoir('denise', 3, 'referent')
    valeur(await premier.travail.reprendre(id))
    await tour() // the search made beside the form is a sign too
    heure = new Date('2026-11-22T10:00:00.000Z')
    const { guichet: second } = await asseoir('civ', 3, 'civ')
    valeur(await second.travail.reprendre(id))
    expect(await premier.agir(id, CN)).toEqual(echec(refuser('travail/deja-ouverte')))
    expect(vue.lire()).toBeNull()
    expect((await coffre.admissions.parId(id))?.piece?.aValider).toBe(true)
  })

  it('sans le droit, ni liste ni contenu : le refus est inscrit, l’admission reste à personne', async () => {
    const id = await laisserAValider()
    const { guichet: agent, vue } = await asseoir('camille2', 3, 'agent')
    expect(await liste(agent)).toEqual([])
    expect(await agent.travail.reprendre(id)).toEqual(echec(refuser('droits/valider/referent')))
    expect(vue.lire()).toBeNull()
    const { guichet: info } = await asseoir('info', 3, 'informatique')
    const refus = echec(refuser('droits/creer-modifier/agent'))
    expect(await info.travail.attentes()).toEqual(refus)
    expect(await info.travail.preparees()).toEqual(refus)
    expect(await info.travail.preparer('23/11/2026')).toEqual(echec(refuser('droits/preparer/agent')))
    expect(actes.filter((acte) => acte.startsWith('acte-refuse'))).toEqual([
      'acte-refuse admission-prise droits/valider/referent',
      'acte-refuse attentes-listees droits/creer-modifier/agent',
      'acte-refuse preparees-listees droits/creer-modifier/agent',
      'acte-refuse venue-preparee droits/preparer/agent',
    ])
    const { guichet: referent } = await asseoir('denise', 3, 'referent')
    valeur(await referent.travail.reprendre(id))
  })

  it('un patient au guichet se termine d’abord ; une admission inconnue ou déjà traitée le dit', async () => {
    const id = await laisserAValider()
    const { guichet } = await asseoir('denise', 3, 'referent')
    expect(await guichet.travail.reprendre(crypto.randomUUID())).toEqual(echec(refuser('travail/traitee')))
    const { id: autre } = valeur(await guichet.ouvrir())
    expect(await guichet.travail.reprendre(id)).toEqual(echec(refuser('travail/guichet-occupe')))
    valeur(await guichet.agir(autre, { type: 'close' }))
    expect(await guichet.travail.reprendre(autre)).toEqual(echec(refuser('travail/traitee')))
  })
})

describe('Préparer des venues (ID-15)', () => {
  it('une à la fois, jusqu’au maximum ; à récupérée au plus, puis complétée le jour venu', async () => {
    const { guichet, vue } = await asseoir('camille', 1, 'agent')
    expect(await guichet.travail.preparer('21/11/2026')).toEqual(echec(refuser('preadmission/date')))
    const { id } = valeur(await guichet.travail.preparer('23/11/2026'))
    await saisir(guichet, id)
    expect(await guichet.agir(id, CN)).toEqual(echec(refuser('preadmission/presence')))
    valeur(await guichet.agir(id, { type: 'insi-demandee', appelId: 'a' }))
    await tour()
    valeur(await guichet.agir(id, { type: 'insi-acceptee', motif: null }))
    expect(vue.lire()?.statut).toBe('recuperee')
    expect(await guichet.travail.preparer('23/11/2026')).toEqual(echec(refuser('travail/guichet-occupe')))
    valeur(await guichet.agir(id, { type: 'close' }))
    expect(await guichet.travail.preparer('23/11/2026')).toEqual(echec(refuser('preadmission/liste-pleine')))
    const { preparees, maximum } = valeur(await guichet.travail.preparees())
    expect([preparees.map(({ admission, pour }) => [admission, pour]), maximum]).toEqual([
      [[id, '2026-11-23']],
      1,
    ])

    expect(valeur(await guichet.travail.ouvrirPreparee(id)).preparation).toEqual({ pour: '2026-11-23' })
    valeur(await guichet.agir(id, { type: 'close' }))
    heure = new Date('2026-11-23T09:00:00.000Z')
    expect(valeur(await guichet.travail.ouvrirPreparee(id)).preparation).toBeNull()
    expect(valeur(await guichet.agir(id, CN)).statut).toBe('qualifiee')
    expect(await coffre.attentes.nombrePreparees()).toBe(0)
  })

  it('retirée, elle fait de la place et reste close', async () => {
    const { guichet } = await asseoir('camille', 1, 'agent')
    const { id } = valeur(await guichet.travail.preparer('23/11/2026'))
    expect(await guichet.travail.retirerPreparee(id)).toEqual(echec(refuser('travail/guichet-occupe')))
    valeur(await guichet.agir(id, { type: 'close' }))
    expect(valeur(await guichet.travail.retirerPreparee(id)).close).toBe(true)
    expect(await guichet.travail.retirerPreparee(id)).toEqual(echec(refuser('admission/etape')))
    expect(actes.at(-1)).toBe('preparation-retiree')
    valeur(await guichet.travail.preparer('24/11/2026'))
  })

  it('aucun appel du contrat ne porte sur une liste : INSi ne s’interroge que pour l’admission nommée', () => {
    expect(Object.keys(contrat.travail)).toEqual([
      'attentes',
      'reprendre',
      'conclure',
      'preparees',
      'preparer',
      'ouvrirPreparee',
      'patientArrive',
      'retirerPreparee',
    ])
    expect(Object.keys(contrat.admission).filter((acte) => /insi/i.test(acte))).toEqual([
      'interrogerInsi',
      'annulerInsi',
      'accepterInsi',
      'ecarterInsi',
      'differerInsi',
      'verifierInsi',
    ])
    expect(Object.keys(contrat.continuite)).toEqual(['suivre', 'commencerExercice', 'arreterExercice'])
  })
})
