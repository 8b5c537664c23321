import type { IdentiteEchangee } from '../identite-echangee.ts'
import { compact } from './segment-pid.ts'
import { segment } from './segment.ts'

/** Writes how the identity was obtained and which document proves it. Source: PAM FR 2.11, ZFD. */
export const segmentZfd = ({ insiLe, piece }: IdentiteEchangee): string =>
  segment('ZFD', {
    // A date INSi gave was not corrected by the desk; of any other, nothing is known here.
    4: insiLe === null ? '' : 'N',
    5: insiLe === null ? 'SM' : 'INSI',
    6: compact(insiLe ?? ''),
    7: piece?.type ?? '',
    8: compact(piece?.expiration ?? ''),
  })
