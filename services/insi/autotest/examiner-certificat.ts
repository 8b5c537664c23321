import type { CodeRefus } from '#domain/refus/refus.ts'
import { ouvrirContexte } from '../auth.ts'
import { certificatPropre } from '../certificat-propre.ts'
import type { ConfigInsi } from '../config.ts'
import { montrable } from '../mandataire/montrable.ts'
import { aSurveiller, echoue, nonFait, reussi, type Constat } from './constat.ts'

const JOUR_MS = 86_400_000
/** A new certificate takes weeks to be delivered. */
const PREAVIS_JOURS = 30

/** What OpenSSL says of a file, and what IT is told of it. Source: measured with OpenSSL 3; INSi, P12 loading. */
const CAUSES: readonly (readonly [dit: RegExp, code: CodeRefus])[] = [
  [/key values mismatch/i, 'reseau/certificat-cle'],
  [
    /mac verify failure|bad decrypt|bad password|maybe wrong password|interrupted or cancelled/i,
    'reseau/certificat-phrase',
  ],
  [/unsupported/i, 'reseau/certificat-ancien'],
]

/** Judges the certificate of the establishment: its files, key and passphrase together, its name, its last day. Source: INSi, certificates. */
export function examinerCertificat({ autorites, certificat }: ConfigInsi, maintenant: Date): Constat {
  if (certificat.forme === 'cpx') return nonFait('reseau/carte')
  try {
    return juger(certificatPropre(ouvrirContexte(autorites, certificat)), maintenant)
  } catch (cause) {
    const dit = cause instanceof Error ? cause.message : ''
    return echoue(CAUSES.find(([motif]) => motif.test(dit))?.[1] ?? 'insi/certificat-illisible')
  }
}

function juger(propre: ReturnType<typeof certificatPropre>, maintenant: Date): Constat {
  if (propre === null) return echoue('insi/certificat-illisible')
  const fin = new Date(propre.valid_to)
  const nom = montrable(propre.subject.CN)
  const sur = `${nom}, jusqu’au ${fin.toLocaleDateString('fr-FR')}`
  if (fin < maintenant) return echoue('insi/certificat-perime', sur)
  if (!['INSI-AUTO', 'INSI-MANU'].includes(nom)) return echoue('reseau/certificat-nom', nom)
  const proche = fin.getTime() - maintenant.getTime() < PREAVIS_JOURS * JOUR_MS
  return proche ? aSurveiller('reseau/certificat-bientot', sur) : reussi(sur)
}
