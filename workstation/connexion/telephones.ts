import type { SecretTotp } from '#contracts/session.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import type { Identification } from '#services/comptes/second-facteur.ts'
import type { Journal } from '#services/journal/open-journal.ts'
import type { PortsEtablissement } from '../administration/ports.ts'

type MotDePasse = Omit<Identification, 'code'>

/** Does something for whoever gives this password, slower after each refusal. */
export type Freiner = <T>(
  demande: MotDePasse,
  acte: () => Promise<Result<T, Refus>>,
) => Promise<Result<T, Refus>>

interface Ports extends PortsEtablissement {
  readonly file: string
  readonly poste: string
  readonly journal: Journal
  readonly freiner: Freiner
}

/** How long a secret shown waits for its first code. */
const ATTENTE_MS = 10 * 60_000

interface Prepare {
  readonly identifiant: string
  readonly secret: Uint8Array
  readonly jusqua: number
}

/** The telephones that give second factors; the secret shown last waits in memory for its first code. */
export function creerTelephones({ file, poste, journal, freiner, aleatoire, now }: Ports) {
  let prepare: Prepare | null = null

  const oublier = (): void => {
    prepare?.secret.fill(0)
    prepare = null
  }

  return {
    preparerTelephone: (demande: MotDePasse): Promise<Result<SecretTotp, Refus>> =>
      freiner(demande, async () => {
        const [{ proposerSecret }, { adresseTotp, enBase32 }, { modulesQr }] = await Promise.all([
          import('#services/comptes/second-facteur.ts'),
          import('#services/comptes/totp.ts'),
          import('#services/impression/qr.ts'),
        ])
        oublier()
        const propose = await proposerSecret({ file, aleatoire }, demande)
        if (!propose.ok) return propose
        prepare = { ...propose.value, jusqua: now().getTime() + ATTENTE_MS }
        const { identifiant, secret } = prepare
        return succes({
          cle: enBase32(secret),
          qr: [...modulesQr(adresseTotp(secret, { compte: identifiant, poste }))],
        })
      }),

    enregistrerTelephone: (demande: MotDePasse & { readonly second: string }): Promise<Result<null, Refus>> =>
      freiner(demande, async () => {
        const [{ creerSecondFacteur }, { lireIdentifiant }] = await Promise.all([
          import('#services/comptes/second-facteur.ts'),
          import('#services/comptes/nouveau-compte.ts'),
        ])
        const sien = prepare?.identifiant === lireIdentifiant(demande.identifiant) ? prepare : null
        if (sien === null || now().getTime() > sien.jusqua)
          return echec(refuser('session/second-facteur-a-creer'))
        const noter = async (compte: string): Promise<void> =>
          void journal.ecrire({
            agent: compte,
            admission: null,
            acte: { acte: 'second-facteur-cree', compte },
          })
        const cree = await creerSecondFacteur(
          { file, aleatoire, noter, now },
          { ...demande, code: demande.second },
          sien.secret,
        )
        if (cree.ok) oublier()
        return cree
      }),
  }
}
