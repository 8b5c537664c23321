import type { Ins } from '../../identite/identite.ts'
import type { OidIns } from '../../identite/matricule.ts'
import type { AutoriteIpp } from '../reglages-echanges.ts'
import { NOMENCLATURES, type Coding } from './extension.ts'

export interface Identifier {
  readonly use: 'official' | 'usual' | 'temp'
  readonly type: { readonly coding: readonly Coding[] }
  readonly system?: string
  readonly value: string
}

/** The slice each authority fills; a NIA is given while a NIR is awaited. Source: FR Core, fr-core-patient-ins. */
const TRANCHES: Readonly<Record<OidIns, { readonly use: Identifier['use']; readonly code: string }>> = {
  '1.2.250.1.213.1.4.8': { use: 'official', code: 'INS-NIR' },
  '1.2.250.1.213.1.4.9': { use: 'temp', code: 'INS-NIA' },
  '1.2.250.1.213.1.4.10': { use: 'official', code: 'INS-NIR-TEST' },
  '1.2.250.1.213.1.4.11': { use: 'official', code: 'INS-NIR-DEMO' },
}

export function identifiantIns({ matricule, oid }: Ins): Identifier {
  const { use, code } = TRANCHES[oid]
  const coding = [{ system: `${NOMENCLATURES}/fr-core-cs-v2-0203`, code }]
  return { use, type: { coding }, system: `urn:oid:${oid}`, value: matricule }
}

export const identifiantLocal = (ipp: string, { uri }: AutoriteIpp): Identifier => ({
  use: 'usual',
  type: { coding: [{ system: 'http://terminology.hl7.org/CodeSystem/v2-0203', code: 'PI' }] },
  ...(uri === null ? {} : { system: uri }),
  value: ipp,
})
