import { expect, it } from 'vitest'
import type { EchangeInsi } from '#domain/insi/reponse.ts'
import { refuser, type Refus } from '#domain/refus/refus.ts'
import type { Result } from '#domain/result.ts'
import { DefautStockage } from '#services/coffre/defaut-stockage.ts'
import type { AppelInsi } from './appel-insi.ts'
import { suivreAppels } from './appels-en-cours.ts'

const APPEL: AppelInsi = {
  appelId: 'a1',
  admission: 'b1',
  demande: { nomNaissance: 'PAT-TROIS', prenom: 'DOMINIQUE', sexe: 'F', dateNaissance: '1979-03-28' },
}

it('EXI REC 07 : une réponse que le disque refuse de garder est un refus de l’appel, pas la fin du poste', async () => {
  const recus: Result<EchangeInsi, Refus>[] = []
  const appels = suivreAppels(
    () => Promise.reject(new DefautStockage(refuser('coffre/ecriture'))),
    async (_appel, resultat) => recus.push(resultat),
  )
  appels.lancer(APPEL)
  await appels.fermer()
  expect(recus).toEqual([{ ok: false, error: { code: 'coffre/ecriture' } }])
})
