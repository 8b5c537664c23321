/** OID of the numbers this project invented: NIR de test. */
export const OID_TEST = '1.2.250.1.213.1.4.10'
