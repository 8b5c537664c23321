import type { Statut } from '../../identite/statut.ts'
import { CODES_ATTRIBUT } from '../codes-attribut.ts'
import type { IdentiteEchangee } from '../identite-echangee.ts'
import { NOMENCLATURES, STRUCTURES, type Extension } from './extension.ts'

const STATUTS: Readonly<Record<Statut, string>> = {
  provisoire: 'PROV',
  recuperee: 'RECUP',
  validee: 'VALI',
  qualifiee: 'QUAL',
}

const codage = (url: string, nomenclature: string, code: string): Extension => ({
  url,
  valueCoding: { system: `${NOMENCLATURES}/${nomenclature}`, code },
})

/** How far the identity is to be trusted, and what it rests on. Source: FR Core 2.2, fr-core-identity-reliability. */
export const fiabilite = ({ insiLe, piece, statut, attributs }: IdentiteEchangee): Extension => ({
  url: `${STRUCTURES}/fr-core-identity-reliability`,
  extension: [
    codage('methodCollection', 'fr-core-cs-method-collection', insiLe === null ? 'SM' : 'INSI'),
    codage('identityStatus', 'fr-core-cs-identity-status', STATUTS[statut]),
    ...attributs.map((attribut) => ({
      url: 'comment',
      valueCodeableConcept: {
        coding: [
          { system: `${NOMENCLATURES}/fr-core-cs-identity-status-comment`, code: CODES_ATTRIBUT[attribut] },
        ],
      },
    })),
    ...(piece === null
      ? []
      : [
          { url: 'validationDate', valueDate: piece.date },
          codage('validationMode', 'fr-core-cs-mode-validation-identity', piece.type),
        ]),
  ],
})
