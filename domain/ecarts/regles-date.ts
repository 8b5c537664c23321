import { completer, jourConnu, moisConnu, partiesDe, peutValoir, type PartiesDate } from './lire-date.ts'
import type { Cote, Paire } from './paire.ts'
import { distance } from './proximite.ts'
import {
  AUCUNE,
  CLAUSE_DATE,
  CLAUSE_MAJEUR,
  CLAUSE_SAISIE,
  dansUnSensOuLAutre,
  SUITES_AUTRE_PERSONNE,
  SUITES_BASES,
  SUITES_MINEURES,
  SUITES_SAISIE,
  type ReglesDuTrait,
} from './regle.ts'

type Lecture = (a: PartiesDate, b: PartiesDate, paire: Paire) => boolean

/** A rule over two dates that can both be cut into year, month and day. */
const surParties =
  (lecture: Lecture) =>
  (paire: Paire): boolean => {
    const [a, b] = [partiesDe(paire.a.texte), partiesDe(paire.b.texte)]
    return a !== null && b !== null && lecture(a, b, paire)
  }

const auCalendrier = (date: PartiesDate): boolean => moisConnu(date) && jourConnu(date)

/** The first date lacks a part, and the second is what the conventions make of it. */
const completeeEn: Lecture = (a, b) => !auCalendrier(a) && completer(a) === `${b.annee}-${b.mois}-${b.jour}`

const estLunaire = ({ mois, jour }: PartiesDate): boolean => mois > '12' || jour > '31'

const estIncertaine = ({ partie }: Cote): boolean => partie.dateIncertaine === true

/** A date that the conventions may have made out of an incomplete one. */
const estConvention = ({ mois, jour }: PartiesDate): boolean =>
  (mois === '12' && jour === '31') || (mois === '01' && jour === '01')

/** Birth dates, from another writing to another person. */
export const REGLES_DATE: ReglesDuTrait = {
  regles: [
    {
      id: 'date/ecriture',
      gravite: 'egal',
      cause: 'La même date est écrite autrement.',
      clause: CLAUSE_SAISIE,
      suites: AUCUNE,
      reconnait: ({ a, b }) => a.texte === b.texte,
    },
    {
      id: 'date/absente',
      gravite: 'majeur',
      cause: 'Une source ne dit pas la date de naissance.',
      clause: CLAUSE_MAJEUR,
      suites: SUITES_BASES,
      reconnait: ({ a, b }) => a.texte === '' || b.texte === '',
    },
    {
      id: 'date/lunaire',
      gravite: 'mineur',
      cause: 'Une date lunaire, hors du calendrier, a été complétée selon les conventions RNIV.',
      clause: CLAUSE_DATE,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(surParties((a, b, paire) => estLunaire(a) && completeeEn(a, b, paire))),
    },
    {
      id: 'date/incomplete',
      gravite: 'mineur',
      cause: 'Le jour ou le mois est inconnu d’un côté et complété selon les conventions RNIV de l’autre.',
      clause: CLAUSE_DATE,
      suites: SUITES_MINEURES,
      reconnait: dansUnSensOuLAutre(surParties(completeeEn)),
    },
    {
      id: 'date/hors-calendrier',
      gravite: 'majeur',
      cause: 'L’une des dates n’existe pas au calendrier et ne se complète pas en l’autre.',
      clause: CLAUSE_DATE,
      suites: SUITES_BASES,
      reconnait: surParties((a, b) => !auCalendrier(a) || !auCalendrier(b)),
    },
    {
      id: 'date/incertaine',
      gravite: 'mineur',
      cause: 'La date est marquée incertaine d’un côté et la partie connue est la même.',
      clause: CLAUSE_DATE,
      suites: SUITES_MINEURES,
      reconnait: surParties(
        (a, b, paire) =>
          (estIncertaine(paire.a) && peutValoir(a, b)) || (estIncertaine(paire.b) && peutValoir(b, a)),
      ),
    },
    {
      id: 'date/inversion',
      gravite: 'majeur',
      cause: 'Le jour et le mois sont inversés.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: surParties((a, b) => a.annee === b.annee && a.mois === b.jour && a.jour === b.mois),
    },
    {
      id: 'date/siecle',
      gravite: 'majeur',
      cause: 'L’année diffère d’un siècle.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: surParties(
        (a, b) =>
          a.mois === b.mois && a.jour === b.jour && Math.abs(Number(a.annee) - Number(b.annee)) === 100,
      ),
    },
    {
      id: 'date/convention',
      gravite: 'majeur',
      cause: 'La date ressemble à une date complétée (31/12 ou 01/01) qui n’est pas marquée incertaine.',
      clause: CLAUSE_DATE,
      suites: SUITES_SAISIE,
      reconnait: dansUnSensOuLAutre(surParties((a, b) => estConvention(a) && a.annee === b.annee)),
    },
    {
      id: 'date/homonyme',
      gravite: 'majeur',
      cause: 'Mêmes nom et prénoms, mais ni la date ni le lieu de naissance : un homonyme est probable.',
      clause: 'EXI SI 22 (homonyme) ; RNIV, écarts majeurs',
      suites: SUITES_AUTRE_PERSONNE,
      reconnait: ({ memes }) => memes('nomNaissance') && memes('prenomsNaissance') && !memes('lieuNaissance'),
    },
    {
      id: 'date/frappe',
      gravite: 'majeur',
      cause: 'Un seul chiffre diffère, ou deux sont permutés : faute de frappe probable.',
      clause: CLAUSE_SAISIE,
      suites: SUITES_SAISIE,
      reconnait: ({ a, b }) => distance(a.lettres, b.lettres) === 1,
    },
  ],
  sinon: {
    id: 'date/differente',
    gravite: 'majeur',
    cause: 'La date de naissance diffère.',
    clause: CLAUSE_MAJEUR,
    suites: SUITES_AUTRE_PERSONNE,
  },
}
