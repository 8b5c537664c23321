import { join } from 'node:path'
import { refusSansAdministrateur } from '#domain/administration/personne.ts'
import { MODELES } from '#domain/droits/modeles.ts'
import type { Organisation } from '#domain/droits/organisation.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import { echec, succes, type Result } from '#domain/result.ts'
import { lirePersonnes } from '#services/comptes/registre.ts'
import { preparerOrganisation, relireConfiguration } from '../configuration/ecrire-organisation.ts'
import { lireOrganisation } from '../configuration/organisation.ts'
import { schemaConfiguration } from '../configuration/schema.ts'
import type { PortsAdministration } from './ports.ts'

interface OrganisationMontree {
  readonly organisation: Organisation
  readonly empreinte: string
  readonly fichierModifie: boolean
}

/** How the establishment shares the work: what is in force, and what replaces it at once. */
export function administrerOrganisation({
  dossier,
  cles,
  etablissement,
  noter,
  change,
}: PortsAdministration) {
  return {
    organisation: async (): Promise<Result<OrganisationMontree, Refus>> => {
      const lue = relireConfiguration(dossier)
      if (!lue.ok) return lue
      const { organisation } = etablissement.lire()
      const ecrite = lireOrganisation(schemaConfiguration.parse(lue.value.contenu)).organisation
      const fichierModifie = JSON.stringify(ecrite) !== JSON.stringify(organisation)
      return succes({ organisation, empreinte: lue.value.empreinte, fichierModifie })
    },

    choisirOrganisation: async (choix: {
      readonly organisation: Organisation
      readonly empreinte: string
    }): Promise<Result<null, Refus>> => {
      const organisation = selonModele(choix.organisation)
      const pret = preparerOrganisation(dossier, organisation, choix.empreinte)
      if (!pret.ok) return pret
      const personnes = lirePersonnes({ file: join(dossier, 'comptes.json'), cleDroits: cles.droits })
      if (!personnes.ok) return personnes
      const refus = refusSansAdministrateur(personnes.value, organisation)
      if (refus) return echec(refuser(refus))
      await noter({
        acte: 'organisation-changee',
        modele: String(organisation.modele),
        configuration: pret.value.empreinte,
      })
      const ecrite = pret.value.ecrire()
      if (!ecrite.ok) return ecrite
      etablissement.poser({ ...etablissement.lire(), organisation })
      await change()
      return ecrite
    },
  }
}

/** A model gives its own rights, whatever came with it. */
const selonModele = (organisation: Organisation): Organisation =>
  organisation.modele === 'personnalise'
    ? organisation
    : { ...organisation, droits: MODELES[organisation.modele] }
