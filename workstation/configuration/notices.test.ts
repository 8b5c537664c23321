import { describe, expect, it } from 'vitest'
import { NOTICES_PAR_DEFAUT } from '#domain/notice/reglages-notice.ts'
import { lireNotices } from './notices.ts'
import { schemaConfiguration } from './schema.ts'

const POSTE = { poste: 'ACCUEIL-01', environnement: 'production', insi: null, imprimante: null }

describe('Les notices de l’établissement, dans configuration.json', () => {
  it('rien n’est dit : ni adresse ni page que personne n’a confirmées', () => {
    const { contact, services } = lireNotices({})
    expect(lireNotices({})).toEqual(NOTICES_PAR_DEFAUT)
    expect([contact, services.insee, services.piece].map(({ url }) => url)).toEqual([null, null, null])
  })

  it('ce qui est dit remplace ce défaut, et lui seul', () => {
    const lue = schemaConfiguration.parse({
      ...POSTE,
      etablissement: 'CH de Démonstration',
      notices: { insee: { url: 'https://exemple.fr' }, contact: { nom: 'Accueil', lignes: ['Bureau 12'] } },
    })
    expect(lireNotices(lue)).toEqual({
      etablissement: 'CH de Démonstration',
      contact: { nom: 'Accueil', lignes: ['Bureau 12'], url: null },
      services: {
        ...NOTICES_PAR_DEFAUT.services,
        insee: { ...NOTICES_PAR_DEFAUT.services.insee, url: 'https://exemple.fr' },
      },
    })
  })

  it.each([{ insee: { url: 'http://exemple.fr' } }, { contact: { nom: 'N'.repeat(71) } }, { autre: {} }])(
    '%j est illisible',
    (notices) => expect(schemaConfiguration.safeParse({ ...POSTE, notices }).success).toBe(false),
  )
})
