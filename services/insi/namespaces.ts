/** XML names of the INSi teleservice. Source: WSDL DESIR ICIR 1.5.0 and its XSDs. */
export const SOAP12 = 'http://www.w3.org/2003/05/soap-envelope'
export const WSA = 'http://www.w3.org/2005/08/addressing'
export const CTXBAM = 'urn:siram:bam:ctxbam'
export const CTXLPS = 'urn:siram:lps:ctxlps'
export const SIRAM = 'urn:siram'
export const RECSANS = 'http://www.cnamts.fr/INSiRecSans'
export const RECVIT = 'http://www.cnamts.fr/INSiRecVit'
export const RESULTAT = 'http://www.cnamts.fr/INSiResultat'

/** Action of the search by traits, in wsa:Action and in the content type. */
export const ACTION_TRAITS = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecTraitsIdentite'

/** Action of the search by Carte Vitale. */
export const ACTION_VITALE = 'urn:ServiceIdentiteCertifiee:1.0.0:rechercherInsAvecCarteVitale'

export const WSSE = 'http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd'
export const SAML = 'urn:oasis:names:tc:SAML:2.0:assertion'
export const DSIG = 'http://www.w3.org/2000/09/xmldsig#'
