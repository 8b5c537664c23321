import type { Identite } from '#domain/identite/identite.ts'
import type { Refus } from '#domain/refus/refus.ts'
import { succes, type Result } from '#domain/result.ts'
import { peindreMatrice } from './bitmap.ts'
import type { Document } from './document.ts'
import { rendreFiche, type DemandeFiche } from './fiche.ts'
import type { Moyens } from './moyens.ts'
import { rendreNotice, type DemandeNotice, type DocumentNotice } from './notice.ts'
import { rendrePlanche, type DemandeEtiquettes } from './planche.ts'
import { ecrirePng } from './png.ts'
import { chargerPolices } from './polices.ts'
import { chargerRelecteur } from './relecture.ts'
import { symboleIns } from './symboles.ts'

/** Renders documents in memory; every symbol is read back before it is handed over. */
export interface Impression {
  readonly etiquettes: (demande: DemandeEtiquettes) => Promise<Result<Document, Refus>>
  readonly fiche: (demande: DemandeFiche) => Promise<Result<Document, Refus>>
  readonly notice: (demande: DemandeNotice) => Promise<Result<DocumentNotice, Refus>>
  /** The INS symbol alone, a PNG of `pixels` per module; refused unless the identity is qualified. */
  datamatrixPng(identite: Identite, pixels: number): Promise<Result<Uint8Array, Refus>>
}

/** White modules around the picture of a symbol: the standard asks for one. */
const SILENCE = 2

/** Loads fonts and decoder; rendering then touches no file and no network. */
export async function creerImpression(): Promise<Impression> {
  const moyens: Moyens = { polices: await chargerPolices(), relecteur: await chargerRelecteur() }
  return {
    etiquettes: (demande) => rendrePlanche(demande, moyens),
    fiche: (demande) => rendreFiche(demande, moyens),
    notice: (demande) => rendreNotice(demande, moyens),
    datamatrixPng: async (identite, pixels) => {
      const symbole = await symboleIns(identite, moyens.relecteur)
      return symbole.ok ? succes(ecrirePng(peindreMatrice(symbole.value, pixels, SILENCE))) : symbole
    },
  }
}
