import { describe, expect, it } from 'vitest'
import { appliquerSelonDroits } from '../droits/appliquer-selon-droits.ts'
import type { Cadre } from '../droits/cadre.ts'
import { AUJOURDHUI, DEMANDE, NEUVE, QUALIFIEE, SAISIE, habiliter, jouer } from '../droits/gestes-exemples.ts'
import { refuser } from '../refus/refus.ts'
import { echec } from '../result.ts'
import { appliquer } from './appliquer.ts'
import type { Evenement } from './evenement.ts'
import { REGLAGES_PAR_DEFAUT } from './reglages.ts'
import { aUnChoix, lireVenue, type ChampVenue, type ChoixVenue, type Venue } from './venue.ts'
import { vueDe } from './vue.ts'

const CHOIX: ChoixVenue = {
  site: [
    { code: 'nord', libelle: 'Hôpital Nord' },
    { code: 'sud', libelle: 'CMP Sud' },
  ],
  secteur: [{ code: 'urgences', libelle: 'Urgences' }],
  typeAdmission: [],
}
const REGLAGES = { ...REGLAGES_PAR_DEFAUT, venues: CHOIX }
const GUICHET: Venue = { site: 'nord', secteur: null, typeAdmission: null }
const SAISIE_FAITE = jouer({ ...NEUVE, venue: GUICHET }, ...SAISIE)

const changer = (champ: ChampVenue, code: string): Evenement => ({ type: 'venue-modifiee', champ, code })

describe('La venue : site, secteur et type d’admission de ce patient', () => {
  it('se change parmi ce que l’établissement a configuré, et se journalise en codes', () => {
    const issue = appliquer(SAISIE_FAITE, changer('site', 'sud'), AUJOURDHUI, REGLAGES)
    expect(issue).toEqual({
      ok: true,
      value: {
        admission: { ...SAISIE_FAITE, venue: { ...GUICHET, site: 'sud' } },
        effets: [{ type: 'journaliser', acte: { acte: 'venue-modifiee', champ: 'site', code: 'sud' } }],
      },
    })
  })

  it('ne touche ni les traits, ni la pièce, ni l’INS', () => {
    const issue = appliquer(QUALIFIEE, changer('secteur', 'urgences'), AUJOURDHUI, REGLAGES)
    const { venue: _venue, ...reste } = issue.ok ? issue.value.admission : NEUVE
    const { venue: _avant, ...attendu } = QUALIFIEE
    expect(reste).toEqual(attendu)
  })

  it('choisir ce qui est déjà dit ne laisse pas de ligne', () =>
    expect(appliquer(SAISIE_FAITE, changer('site', 'nord'), AUJOURDHUI, REGLAGES)).toEqual({
      ok: true,
      value: { admission: SAISIE_FAITE, effets: [] },
    }))

  it.each<[string, ChampVenue, string]>([
    ['une valeur qui n’est pas configurée', 'site', 'est'],
    ['la valeur d’un autre champ', 'site', 'urgences'],
    ['un champ sans valeur configurée', 'typeAdmission', 'externe'],
  ])('%s est refusée', (_cas, champ, code) =>
    expect(appliquer(SAISIE_FAITE, changer(champ, code), AUJOURDHUI, REGLAGES)).toEqual(
      echec(refuser('venue/valeur')),
    ),
  )

  it('se lit en une ligne, et ne montre rien où rien n’est configuré', () => {
    const vue = { site: 'sud', secteur: 'urgences', typeAdmission: 'externe', choix: CHOIX }
    expect([lireVenue(vue), aUnChoix(vue)]).toEqual(['CMP Sud · Urgences', true])
    const sans = vueDe(SAISIE_FAITE, AUJOURDHUI).venue
    expect([lireVenue(sans), aUnChoix(sans)]).toEqual(['', false])
  })
})

describe('Les appels INSi suivent le type et le secteur du patient, non ceux du guichet', () => {
  const base = habiliter(1, 'agent')
  const cadre = (guichet: Venue): Cadre => ({
    reglages: REGLAGES,
    habilitation: {
      ...base.habilitation,
      guichet,
      organisation: {
        ...base.habilitation.organisation,
        sites: { sud: false },
        secteurs: { urgences: '2026-12-01' },
      },
    },
  })
  const appeler = (venue: Venue, guichet: Venue) => {
    const admission = { ...SAISIE_FAITE, venue }
    const issue = appliquerSelonDroits(admission, DEMANDE, AUJOURDHUI, cadre(guichet))
    expect(vueDe(admission, AUJOURDHUI, cadre(guichet)).actions.interrogerInsi).toBe(
      issue.ok ? null : issue.error.code,
    )
    return issue.ok ? null : issue.error.code
  }

  it.each<[string, Partial<Venue>, Partial<Venue>, string | null]>([
    ['guichet ouvert, patient des urgences', { secteur: 'urgences' }, {}, 'droits/insi-secteur'],
    ['guichet des urgences, patient d’ailleurs', { secteur: 'cardiologie' }, { secteur: 'urgences' }, null],
    ['patient reçu pour le site fermé', { site: 'sud' }, { site: 'nord' }, 'droits/insi-site'],
    ['rien de dit du patient : le guichet', { site: null }, { site: 'sud' }, 'droits/insi-site'],
  ])('%s', (_cas, venue, guichet, attendu) =>
    expect(appeler({ ...GUICHET, ...venue }, { ...GUICHET, ...guichet })).toBe(attendu),
  )
})
