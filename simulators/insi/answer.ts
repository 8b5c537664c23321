import type { Defaut } from './defauts.ts'
import { individuDe } from './individu.ts'
import { ecrireNoeud, type Noeud } from './noeud.ts'
import type { ErreurOfficielle } from './population.ts'
import type { Issue } from './rechercher.ts'
import { escapeXml, NS } from './xml.ts'

/** How the answer is written: as the service does since 2026, or as it did before. Both must be understood. */
export type Forme = 'recente' | 'ancienne'

const LIBELLES = {
  '00': 'OK',
  '01': 'Aucune identite trouvee',
  '02': 'Plusieurs identites trouvees',
} as const

/** Writes a business answer. Source: INSi_RESULTAT_INS.xsd and the envelopes observed on the test service. */
export function ecrireResultat(
  issue: Exclude<Issue, { erreur: string }>,
  forme: Forme,
  defaut: Defaut = {},
): string {
  const arbre = resultatDe(issue, forme, defaut)
  const prefixes = defaut.prefixes ?? { unique: forme === 'recente' ? '' : 'ns2' }
  const resultat = ecrireNoeud(defaut.arbre?.(arbre) ?? arbre, NS.resultat, prefixes)
  // The live service closes its Envelope and its Body under two prefixes of one namespace.
  return forme === 'recente'
    ? `<soap:Envelope xmlns:soap="${NS.soap}"><env:Body xmlns:S="${NS.soap}" xmlns:env="${NS.soap}">${resultat}</env:Body></soap:Envelope>`
    : `<?xml version="1.0" encoding="UTF-8"?>\n<S:Envelope xmlns:S="${NS.soap}"><S:Body>${resultat}</S:Body></S:Envelope>`
}

function resultatDe(issue: Exclude<Issue, { erreur: string }>, forme: Forme, defaut: Defaut): Noeud {
  const cr: Noeud = {
    nom: 'CR',
    contenu: [
      { nom: 'CodeCR', contenu: issue.codeCR },
      { nom: 'LibelleCR', contenu: LIBELLES[issue.codeCR] },
    ],
  }
  if (issue.codeCR !== '00') return { nom: 'RESULTAT', contenu: [cr] }
  const ancienne = forme === 'ancienne'
  const usage = { prenom: ancienne, typeMatricule: ancienne, ...defaut.usage }
  const personne = defaut.personne?.(issue.personne) ?? issue.personne
  return { nom: 'RESULTAT', contenu: [cr, individuDe(personne, usage)] }
}

/** Writes a fault; an unpublished part takes a plain value. Source: schema_faultSOAP_V01_01.xsd, observed faults. */
export function ecrireErreur(erreur: ErreurOfficielle, messageId: string, forme: Forme): string {
  const [p, langue] = forme === 'recente' ? ['soap', 'fr'] : ['S', 'en']
  return (
    `<${p}:Envelope xmlns:${p}="${NS.soap}"><${p}:Body><${p}:Fault>` +
    `<${p}:Code><${p}:Value>${p}:${erreur.origine ?? 'Sender'}</${p}:Value>` +
    `<${p}:Subcode><${p}:Value xmlns:siram="${NS.siram}">siram:${erreur.siram ?? 'simu_siram'}</${p}:Value></${p}:Subcode></${p}:Code>` +
    `<${p}:Reason><${p}:Text xml:lang="${langue}">${escapeXml(erreur.motif ?? 'Erreur simulée')}</${p}:Text></${p}:Reason>` +
    `<${p}:Detail><siram:Erreur xmlns:siram="${NS.siram}" code="${erreur.code}" severite="${erreur.severite ?? 'erreur'}" ` +
    `messageID="${escapeXml(messageId)}">${escapeXml(erreur.detail ?? '')}</siram:Erreur></${p}:Detail>` +
    `</${p}:Fault></${p}:Body></${p}:Envelope>`
  )
}
