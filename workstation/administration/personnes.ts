import { refusMotDePasse } from '#domain/administration/mot-de-passe.ts'
import { refusSurSoi, type Personne } from '#domain/administration/personne.ts'
import type { Role } from '#domain/droits/role.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { authentifier } from '#services/comptes/authentifier.ts'
import { donnerMotDePasse } from '#services/comptes/changer-mot-de-passe.ts'
import { ajouterCompte } from '#services/comptes/creer-comptes.ts'
import type { NouveauCompte } from '#services/comptes/nouveau-compte.ts'
import { lirePersonnes } from '#services/comptes/registre.ts'
import type { PortsAdministration } from './ports.ts'
import { creerModifieur, type Modifieur } from './modifier-compte.ts'

type Issue = Promise<Result<null, Refus>>

/** A password given by somebody who first gives his own. */
interface Remise {
  readonly identifiant: string
  readonly motDePasse: string
  readonly monMotDePasse: string
}

type Compte = Pick<Remise, 'identifiant'>

/** The persons who may sign in, and every change of their accounts; each leaves its line in the journal before it is written. */
export function administrerPersonnes(ports: PortsAdministration) {
  const { agent } = ports
  const modifieur = creerModifieur(ports)
  const { modifier, registre } = modifieur

  /** A change that nobody makes on his own account. */
  const surAutrui =
    <D extends Compte>(acte: (demande: D) => Issue) =>
    async (demande: D): Issue => {
      const refus = refusSurSoi(agent, demande.identifiant)
      return refus ? echec(refuser(refus)) : acte(demande)
    }

  return {
    personnes: async (): Promise<Result<readonly Personne[], Refus>> => lirePersonnes(registre),

    ...remettreMotsDePasse(ports, modifieur, surAutrui),

    changerRole: surAutrui(async ({ identifiant, role }: Compte & { readonly role: Role }): Issue => {
      const connues = lirePersonnes(registre)
      if (!connues.ok) return connues
      const avant = connues.value.find((personne) => personne.identifiant === identifiant)?.role ?? role
      return modifier(identifiant, (compte) => succes({ ...compte, role }), {
        acte: 'compte-role',
        compte: identifiant,
        avant,
        role,
      })
    }),

    fermerCompte: surAutrui(({ identifiant, ferme }: Compte & { readonly ferme: boolean }) =>
      modifier(identifiant, (compte) => succes({ ...compte, ferme }), {
        acte: ferme ? 'compte-ferme' : 'compte-rouvert',
        compte: identifiant,
      }),
    ),

    detacherCarte: surAutrui(({ identifiant }: Compte) =>
      modifier(
        identifiant,
        (compte) =>
          compte.cartes.length === 0
            ? echec(refuser('comptes/carte-absente'))
            : succes({ ...compte, cartes: [] }),
        { acte: 'carte-detachee', compte: identifiant },
      ),
    ),

    retirerTelephone: surAutrui(({ identifiant }: Compte) =>
      modifier(
        identifiant,
        (compte) =>
          compte.secondFacteur === null
            ? echec(refuser('comptes/second-facteur-absent'))
            : succes({ ...compte, secondFacteur: null }),
        { acte: 'second-facteur-retire', compte: identifiant },
      ),
    ),
  }
}

type SurAutrui = (acte: (demande: Remise) => Issue) => (demande: Remise) => Issue

/** Gives a password to somebody: the key of the store is reached under the administrator's own, for as long as it is sealed. */
function remettreMotsDePasse(
  { agent, aleatoire, noter, frein }: PortsAdministration,
  { modifier, registre: { file } }: Modifieur,
  surAutrui: SurAutrui,
) {
  const reouvrir = frein((identifiant, motDePasse) => authentifier(file, identifiant, motDePasse))

  async function avecCle(motDePasse: string, sceller: (cle: Uint8Array) => Issue): Issue {
    const ouvert = await reouvrir(agent, motDePasse)
    if (!ouvert.ok)
      return ouvert.error.code === 'session/identifiants'
        ? echec(refuser('administration/mot-de-passe', 'monMotDePasse'))
        : ouvert
    try {
      return await sceller(ouvert.value.cle)
    } finally {
      ouvert.value.cle.fill(0)
    }
  }

  return {
    creerCompte: ({ monMotDePasse, ...saisi }: Omit<NouveauCompte, 'formations'> & Remise): Issue =>
      avecCle(monMotDePasse, (cle) => {
        const noterAjout = (compte: string) => noter({ acte: 'compte-ajoute', compte, role: saisi.role })
        const nouveau = { ...saisi, formations: {}, motDePasseAChanger: true }
        return ajouterCompte({ comptes: file, aleatoire, noter: noterAjout }, cle, nouveau)
      }),

    reinitialiserMotDePasse: surAutrui(async ({ identifiant, motDePasse, monMotDePasse }) => {
      const refus = refusMotDePasse({ identifiant, nouveau: motDePasse, actuel: null })
      if (refus) return echec(refuser(refus, 'motDePasse'))
      return avecCle(monMotDePasse, (cle) =>
        modifier(
          identifiant,
          async (compte) =>
            succes(await donnerMotDePasse(compte, motDePasse, { cle, aleatoire, aChanger: true })),
          { acte: 'mot-de-passe-reinitialise', compte: identifiant },
        ),
      )
    }),
  }
}
