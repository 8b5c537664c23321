import { createHash, X509Certificate } from 'node:crypto'
import { join } from 'node:path'
import type { VueConnexion } from '#contracts/session.ts'
import type { CpxPresente, EtatCpx } from '#domain/cartes/etat-cpx.ts'
import type { PorteurCpx } from '#domain/cartes/porteur-cpx.ts'
import { verifierPorteurSession } from '#domain/cartes/verifier-porteur.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { estEmisPar } from '#native-bridge/cards/cpx/issuer.ts'
import type { EnvironnementInsi } from '#services/insi/config.ts'

type VueCarte = VueConnexion['carte']

/** The professional card of whoever may sign in: judged as it enters, before any PIN is asked. */
export interface CarteAgent {
  /** The card of this insertion, good for a session; the refusal otherwise. */
  exiger(presence: number): Result<CpxPresente, Refus>
  /** Judges the card again, its account having changed. */
  relire(): void
  arreter(): void
}

interface Ports {
  readonly watch: (listener: (etat: EtatCpx) => void) => () => void
  readonly dossier: string
  readonly environnement: EnvironnementInsi
  /** Authorities whose cards are known here, PEM. */
  readonly autorites: () => readonly string[]
  readonly montrer: (carte: VueCarte) => void
  readonly now: () => Date
}

export function suivreCarteAgent(ports: Ports): CarteAgent {
  let dernier: EtatCpx = { etat: 'absente', refus: 'cpx/absente' }

  async function juger(etat: EtatCpx): Promise<void> {
    const vue = await vueDe(ports, etat)
    if (etat === dernier) ports.montrer(vue)
  }

  const cesser = ports.watch((etat) => {
    dernier = etat
    void juger(etat)
  })
  return {
    exiger(presence) {
      if (dernier.etat !== 'presente' || dernier.presence !== presence)
        return echec(refuser(dernier.etat === 'absente' ? 'cpx/retiree' : 'cpx/changee'))
      const verifiee = verifier(ports, dernier)
      return verifiee.ok ? succes(dernier) : verifiee
    },
    relire: () => void juger(dernier),
    arreter: cesser,
  }
}

/** The certificate whose key opens an account: the one that proves the card, where it has two. */
const certificatDe = ({ certificats }: CpxPresente): string =>
  certificats.authentification ?? certificats.signature

/** SHA-256 of the public key of a card, which a certificate renewed on the same key leaves as it was. */
export const empreinteDe = (carte: CpxPresente): Uint8Array =>
  createHash('sha256')
    .update(
      new X509Certificate(Buffer.from(certificatDe(carte), 'base64')).publicKey.export({
        type: 'spki',
        format: 'der',
      }),
    )
    .digest()

/** Both certificates are known by the signature of their authority; the name proves nothing. */
function verifier({ autorites, environnement, now }: Ports, carte: CpxPresente): Result<PorteurCpx, Refus> {
  const connues = autorites()
  const emise = [carte.certificats.signature, certificatDe(carte)].every((un) => estEmisPar(un, connues))
  if (!emise) return echec(refuser('cpx/emetteur-inconnu'))
  return verifierPorteurSession(carte.porteur, {
    maintenant: now(),
    production: environnement === 'production',
  })
}

async function vueDe(ports: Ports, etat: EtatCpx): Promise<VueCarte> {
  if (etat.etat === 'absente')
    return { etat: 'absente', refus: etat.refus === 'cpx/absente' ? null : etat.refus }
  if (etat.etat === 'lecture') return { etat: 'lecture' }
  if (etat.etat === 'refusee') return { etat: 'refusee', titulaire: null, refus: etat.refus }
  const titulaire = titulaireDe(etat.porteur)
  const verifiee = verifier(ports, etat)
  if (!verifiee.ok) return { etat: 'refusee', titulaire, refus: verifiee.error.code }
  if (etat.code === 'bloque') return { etat: 'refusee', titulaire, refus: 'cpx/bloquee' }
  const { presence, code } = etat
  return {
    etat: 'presente',
    presence,
    titulaire: titulaire ?? '',
    compte: await compteOuvert(ports, etat),
    code,
  }
}

/** Who the card names, null when it names a service. */
const titulaireDe = ({ prenom, nom }: PorteurCpx): string | null =>
  nom === null ? null : [prenom, nom].filter((un) => un !== null).join(' ')

/** Loaded with the first card: nothing before it needs the accounts. */
async function compteOuvert({ dossier }: Ports, carte: CpxPresente) {
  const [{ lireComptes }, { compteDeCarte }] = await Promise.all([
    import('#services/comptes/fichier-comptes.ts'),
    import('#services/comptes/ouvrir-par-carte.ts'),
  ])
  const comptes = lireComptes(join(dossier, 'comptes.json'))
  const sien = comptes.ok ? compteDeCarte(comptes.value, empreinteDe(carte)) : null
  return sien && { identifiant: sien.compte.identifiant, nom: sien.compte.nom }
}
