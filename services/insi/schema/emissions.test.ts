import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import type { DemandeInsi } from '#domain/insi/demande.ts'
import { createAutoriteCpx } from '#simulators/cards/cpx/certificats-cpx.ts'
import { CARTES_CPX } from '#simulators/cards/cpx/porteurs.ts'
import { inventerFoule, type Fiche } from '#simulators/insi/foule/foule.ts'
import { lireCasOfficiels } from '#simulators/insi/population.ts'
import { reglagesSimules } from '#simulators/insi/reglages.ts'
import { startInsi } from '#simulators/insi/server.ts'
import { cardsOf } from '../carte.fixture.ts'
import { createClientInsi } from '../client.ts'
import type { ConfigInsi } from '../config.ts'
import { officielle, openOfficiel, openXsd } from './open-xsd.fixture.ts'

const PAR_SORTE = 12

/** The kinds of people whose names, dates or places are not plain; a dozen of each. */
const SORTES: readonly ((fiche: Fiche) => boolean)[] = [
  ({ nom }) => nom.includes('-'),
  ({ nom }) => nom.includes("'"),
  ({ prenoms }) => prenoms.includes('-'),
  ({ prenoms }) => prenoms.includes("'"),
  ({ lieu }) => lieu.startsWith('99'),
  ({ lieu }) => lieu.startsWith('2'),
  ({ date }) => date.endsWith('-00'),
]

const foule = [...inventerFoule(20_000)]

/** The official cases, then these people. */
const DEMANDES: readonly DemandeInsi[] = [
  ...lireCasOfficiels().cas.map(({ demande }) => demande as DemandeInsi),
  ...SORTES.flatMap((estDeLaSorte) => foule.filter(estDeLaSorte).slice(0, PAR_SORTE).map(demandeDe)),
]

function demandeDe({ nom, prenoms, sexe, date, lieu }: Fiche): DemandeInsi {
  return { nomNaissance: nom, prenom: prenoms, sexe, dateNaissance: date, lieuNaissance: lieu }
}

type Acces = 'certificat' | 'carte'

const emises: Record<Acces, readonly string[]> = { certificat: [], carte: [] }

beforeAll(async () => {
  const autorite = await createAutoriteCpx(new Date())
  const { cpe } = CARTES_CPX
  if (!cpe) throw new Error('cpe')
  const { signataire } = cardsOf((await autorite.issue(cpe)).signature)({ idNat: cpe.idNat, type: 'CDE-CPE' })
  const insi = await startInsi({ maintenant: new Date(), autoritesCpx: () => [autorite.certificat] })
  const config = reglagesSimules(insi)
  const carte: ConfigInsi['certificat'] = {
    forme: 'cpx',
    identifiantFacturation: '0B0199999',
    secteurActivite: 'SA01',
    signataire: () => signataire,
  }
  const emettre = async (acces: Acces, reglages: ConfigInsi): Promise<void> => {
    const client = createClientInsi(reglages, { now: () => new Date(), uuid: randomUUID })
    for (const demande of DEMANDES) await client.chercherParTraits(demande)
    client.close()
    const porte = acces === 'carte' ? 'ps' : 'tlsm'
    emises[acces] = insi.requetes.filter((recue) => recue.porte === porte).map(({ xml }) => xml)
  }
  await emettre('certificat', config)
  await emettre('carte', { ...config, url: insi.urlPs, certificat: carte })
  await insi.stop()
})

describe.each<Acces>(['certificat', 'carte'])('INSi, ce que le client émet, accès par %s', (acces) => {
  const partie = (message: string, nom: string): string =>
    new RegExp(`<(${nom})[ >].*</\\1>`, 's').exec(message)?.[0] ?? ''

  it('chaque demande est partie, cas officiels et personnes de toutes sortes', () =>
    expect(emises[acces].length).toBe(lireCasOfficiels().cas.length + SORTES.length * PAR_SORTE))

  it('chaque message suit le schéma du projet', () => {
    const valider = openXsd(new URL('enveloppe.xsd', import.meta.url))
    expect(emises[acces].flatMap(valider)).toEqual([])
  })

  it.runIf(officielle).each([
    ['RECSANSVITALE', 'ServiceIdentiteCertifiee/INSi_RECSANS_INS.xsd'],
    ['ctxbam:ContexteBAM', 'CTX/ROOT_ctxbam_CTXBAM_V01_02.xsd'],
    ['ctxlps:ContexteLPS', 'CTX/ROOT_ctxlps_CTXLPS_V01_00.xsd'],
  ])('%s suit le XSD officiel 1.5.0', (nom, xsd) => {
    const valider = openOfficiel(xsd)
    expect(emises[acces].flatMap((message) => valider(partie(message, nom)))).toEqual([])
  })

  it.runIf(officielle)(
    'l’assertion, quand il y en a une, suit les XSD officiels (WSSE, SAML 2, XML-DSig)',
    () => {
      const valider = openOfficiel('WSSE/Security.xsd')
      const blocs = emises[acces]
        .map((message) => partie(message, 'wsse:Security'))
        .filter((bloc) => bloc !== '')
      expect(blocs.length).toBe(acces === 'carte' ? emises[acces].length : 0)
      expect(blocs.flatMap(valider)).toEqual([])
    },
  )
})
