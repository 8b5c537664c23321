/**
 * What the API de lecture Vitale says of an invented family: the insured person with everything a card may say, a child whose number
 * is certified and whose century is not on the card, a second twin born on a lunar date. Source: CNAM, « Données API Lecture
 * Vitale 6.xx ».
 */
export const FAMILLE_APILEC = `<?xml version="1.0" encoding="ISO-8859-1"?>
<T_AsnDonneesVitale>
  <listeBenef>
    <T_AsnBeneficiaire>
      <ident>
        <nomPatronymique>DÉSIRÉ-MAËL</nomPatronymique>
        <nomUsuel>D'ARGENSOL</nomUsuel>
        <prenomUsuel>ZOÉ</prenomUsuel>
        <naissance><date>27021981</date></naissance>
        <rangDeNaissance>1</rangDeNaissance>
        <nir>281029900100149</nir>
        <nirCertifie></nirCertifie>
        <adresse><ligne1>ZOE D'ARGENSOL</ligne1><ligne2/><ligne4>12 RUE FICTIVE</ligne4><ligne5>99999 VILLE</ligne5></adresse>
      </ident>
      <amo>
        <qualBenef>0</qualBenef>
        <codeRegime>01</codeRegime><caisse>751</caisse><centreCarte>0001</centreCarte><codeGestion>10</codeGestion>
        <listePeriodesDroits>
          <element><debut>01012026</debut><fin>31122026</fin></element>
          <element><debut>01012027</debut></element>
        </listePeriodesDroits>
        <medecinTraitant>O</medecinTraitant><libelleExo>ALD</libelleExo><cmu><typeCMU>00</typeCMU></cmu>
      </amo>
      <amc>
        <numComplB2>99999999</numComplB2><numAdherent>A-42</numAdherent>
        <codeRoutageFlux>MU</codeRoutageFlux><validiteDonnees>31122026</validiteDonnees>
      </amc>
    </T_AsnBeneficiaire>
    <T_AsnBeneficiaire>
      <ident>
        <nomPatronymique>D'ARGENSOL</nomPatronymique>
        <prenomUsuel>LEO</prenomUsuel>
        <naissance><dateEnCarte>160618</dateEnCarte></naissance>
        <rangDeNaissance>1</rangDeNaissance>
        <nir>281029900100149</nir>
        <nirCertifie>116069900100348</nirCertifie>
        <dateCertification>02052020</dateCertification>
      </ident>
      <amo><qualBenef>6</qualBenef><codeRegime>01</codeRegime><caisse>751</caisse><centreGestion>0002</centreGestion></amo>
    </T_AsnBeneficiaire>
    <T_AsnBeneficiaire>
      <ident>
        <nomUsuel>D'ARGENSOL</nomUsuel>
        <prenomUsuel>LEA</prenomUsuel>
        <naissance><date>00132016</date></naissance>
        <rangDeNaissance>2</rangDeNaissance>
        <nir>281029900100149</nir>
      </ident>
      <amo><qualBenef>6</qualBenef></amo>
    </T_AsnBeneficiaire>
  </listeBenef>
</T_AsnDonneesVitale>
`
