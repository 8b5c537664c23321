import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { CardChannel } from '../../apdu/card-command.ts'
import { selectApplication } from '../../apdu/commands.ts'
import { exchange } from '../../apdu/exchange.ts'
import { readFile } from '../../apdu/read-file.ts'
import { readTlvs, valueOf } from '../../apdu/tlv.ts'
import { readBeneficiaires, startsWithBeneficiaire } from './beneficiaires.ts'
import { AID_MF_VITALE, AID_VITALE, FID_POINTERS, readPointers } from './files.ts'
import type { ContenuVitale } from './fournisseur.ts'

/** Card number, `5A { digits }`. Source: cardpeek, vitale_2.lua (file 2F02 of MF_VITALE, "PAN"). */
const FID_PAN = 0x2f02
const TAG_PAN = 0x5a

/**
 * Reads a Vitale 2 from its application to its people. `cartes/non-reconnue` when the application is absent,
 * `cartes/contenu-illisible` when its content is not whole; a failure gives no identity at all.
 */
export async function readVitale(card: CardChannel): Promise<Result<ContenuVitale, Refus>> {
  const serie = await readSerie(card)
  if (!serie.ok) return serie
  const selected = await exchange(card, selectApplication(AID_VITALE))
  if (!selected.ok) return selected
  if (!selected.value) return echec(refuser('cartes/non-reconnue'))
  const pointers = await readFile(card, FID_POINTERS)
  if (!pointers.ok) return pointers
  const fichiers = readPointers(pointers.value ?? new Uint8Array())
  if (!fichiers.ok) return fichiers
  for (const { fid } of fichiers.value) {
    const fichier = await readFile(card, fid, startsWithBeneficiaire)
    if (!fichier.ok) return fichier
    // A protected file, or another kind of file: the people are in the next one of the map.
    if (fichier.value === null) continue
    const beneficiaires = readBeneficiaires(fichier.value)
    return beneficiaires.ok
      ? succes({ serie: serie.value, beneficiaires: beneficiaires.value })
      : beneficiaires
  }
  return echec(refuser('cartes/contenu-illisible'))
}

/** The card number, null when this card does not give it: it detects a swap and is not an identity. */
async function readSerie(card: CardChannel): Promise<Result<string | null, Refus>> {
  const selected = await exchange(card, selectApplication(AID_MF_VITALE))
  if (!selected.ok || !selected.value) return selected.ok ? succes(null) : selected
  const fichier = await readFile(card, FID_PAN)
  if (!fichier.ok) return fichier
  const objets = readTlvs(fichier.value ?? new Uint8Array())
  const numero = objets.ok ? valueOf(objets.value, TAG_PAN) : undefined
  return succes(numero ? Buffer.from(numero).toString('hex').toUpperCase() : null)
}
